#include "robustness/call_log.h"
#include "robustness/campaigns.h"

#include <algorithm>
#include <sstream>

namespace robustness {
namespace {

constexpr char Marker[] = "MarqueurFictifJamaisEnClair7391";
constexpr char Passphrase[] = "une phrase de passe tout à fait fictive";

std::string wide(const std::string& text)
{
    std::string out;
    for (const char c : text) {
        out += c;
        out += '\0';
    }
    return out;
}

/// As strace prints bytes.
std::string asHexadecimal(const std::string& bytes)
{
    static constexpr char Digits[] = "0123456789abcdef";
    std::string out;
    for (const char c : bytes) {
        const auto value = static_cast<unsigned char>(c);
        out += {'\\', 'x', Digits[value >> 4], Digits[value & 15]};
    }
    return out;
}

bool holds(const std::string& bytes, const std::string& secret)
{
    return bytes.find(secret) != std::string::npos || bytes.find(wide(secret)) != std::string::npos;
}

constexpr const char* StracePath = "/usr/bin/strace";

/// strace may be missing, and containers may forbid it to work.
bool canTrace()
{
    static const bool can =
        fs::exists(StracePath) &&
        run(Command{{StracePath, "-o", "/dev/null", "/bin/true"}, {}, {}, false}).exitCode == 0;
    return can;
}

/// The same run, its system calls that carry bytes away written to a file.
Command traced(Command command, const fs::path& trace)
{
    const std::vector<std::string> before{
        StracePath,
        "-f",
        "-xx",
        "-s",
        "10000000",
        "-o",
        trace.string(),
        "-e",
        "trace=write,pwrite64,writev,pwritev,pwritev2,sendto,sendmsg,sendfile,copy_file_range,mmap"};
    command.arguments.insert(command.arguments.begin(), before.begin(), before.end());
    return command;
}

/// Lines that show the secret leave by the standard output only, where the user asked for it.
void examineTrace(const fs::path& trace, const std::string& secret, bool shown, Tally& tally)
{
    std::istringstream lines(readFile(trace));
    const std::string narrow = asHexadecimal(secret), broad = asHexadecimal(wide(secret));
    long outputs = 0, calls = 0;
    for (std::string line; std::getline(lines, line); ++calls) {
        if (line.find("MAP_SHARED") != std::string::npos && line.find("PROT_WRITE") != std::string::npos)
            tally.expect(line.find("MAP_ANONYMOUS") != std::string::npos,
                         [&] { return "fichier écrit par mmap : " + line; });
        if (line.find(narrow) == std::string::npos && line.find(broad) == std::string::npos) continue;
        const bool isOutput = line.find("write(1,") != std::string::npos;
        outputs += isOutput;
        tally.expect(isOutput, [&] { return "en clair dans un appel : " + line.substr(0, 40); });
    }
    tally.expect(calls > 0 && (outputs > 0) == shown, [&] {
        return "strace a vu " + std::to_string(outputs) +
               " sorties du marqueur : le contrôle est sans valeur";
    });
}

void examineFiles(const Laboratory& laboratory, const std::string& secret, Tally& tally)
{
    for (const auto& [path, bytes] : laboratory.content())
        tally.expect(!holds(bytes, secret) && !holds(path, secret), [&] { return "en clair dans " + path; });
}

class Scene
{
public:
    Scene(const Plan& plan, bool isProtected) : m_laboratory(plan.programs)
    {
        if (!isProtected) return;
        const fs::path key = m_laboratory.folder() / "phrase";
        writeFile(key, std::string(Passphrase) + "\n");
        m_key = {"--passphrase-file", key.string()};
    }

    void play(Tally& tally)
    {
        const std::string study = m_laboratory.study().string(), marker = Marker;
        step({"new", study}, false, tally);
        step({"record", study, "new", "--name", marker, "--comment", "id_nom_fr=" + marker}, true, tally);
        step({"stress", "save", study, "--count", "3"}, false, tally);
    }

private:
    void step(std::vector<std::string> arguments, bool shown, Tally& tally)
    {
        tally.addCase();
        arguments.insert(arguments.end(), m_key.begin(), m_key.end());
        const fs::path trace = m_laboratory.folder() / "trace", log = m_laboratory.folder() / "log";
        const Command plain = m_laboratory.command(arguments);
        const bool strace = canTrace();
        const Result result = run(strace ? traced(plain, trace) : m_laboratory.logged(plain, log));
        tally.expect(result.exitCode == 0, [&] { return arguments.front() + " : " + result.summary(); });
        for (const std::string& secret : {std::string(Marker), std::string(Passphrase)}) {
            if (strace)
                examineTrace(trace, secret, shown && secret == Marker, tally);
            else
                for (const LoggedCall& call : readCallLog(log))
                    tally.expect(call.call == shim::Call::Output || !holds(call.data, secret),
                                 [&] { return "en clair dans un appel " + call.name(); });
            examineFiles(m_laboratory, secret, tally);
        }
    }

    Laboratory m_laboratory;
    std::vector<std::string> m_key;
};

} // namespace

void plaintextCampaign(const Plan& plan, Tally& tally)
{
    Scene(plan, true).play(tally);
    tally.note(canTrace() ? "appels vus par strace" : "sans strace : appels vus par la cale seulement");
}

} // namespace robustness
