#include "robustness/laboratory.h"

#include "robustness/shim_log.h"

#include <cstdlib>
#include <fstream>
#include <iterator>
#include <stdexcept>
#include <unistd.h>

namespace robustness {

std::string readFile(const fs::path& path)
{
    std::ifstream in(path, std::ios::binary);
    if (!in) throw std::runtime_error("lecture impossible : " + path.string());
    return {std::istreambuf_iterator<char>(in), {}};
}

void writeFile(const fs::path& path, const std::string& content)
{
    std::ofstream out(path, std::ios::binary | std::ios::trunc);
    out.write(content.data(), static_cast<std::streamsize>(content.size()));
    if (!out.flush()) throw std::runtime_error("écriture impossible : " + path.string());
}

fs::path newTemporaryFolder()
{
    const bool memory = ::access("/dev/shm", W_OK | X_OK) == 0;
    std::string name =
        ((memory ? fs::path("/dev/shm") : fs::temp_directory_path()) / "robustness-XXXXXX").string();
    if (::mkdtemp(name.data()) == nullptr) throw std::runtime_error("aucun dossier temporaire : " + name);
    fs::permissions(name, fs::perms(0755));
    return name;
}

Laboratory::Laboratory(const Programs& programs, std::string defect)
    : m_programs(programs), m_defect(std::move(defect)), m_folder(newTemporaryFolder())
{
    prepare();
}

Laboratory::Laboratory(const Programs& programs, fs::path folder, std::string defect)
    : m_programs(programs), m_defect(std::move(defect)), m_folder(std::move(folder)), m_owned(false)
{
    prepare();
}

void Laboratory::prepare()
{
    m_root = m_folder / "root";
    fs::create_directories(m_root / "home");
}

Laboratory::~Laboratory()
{
    std::error_code ignored;
    if (m_owned) fs::remove_all(m_folder, ignored);
}

Command Laboratory::command(std::vector<std::string> arguments) const
{
    arguments.insert(arguments.begin(), m_programs.cli.string());
    const std::string home = (m_root / "home").string();
    Command out{std::move(arguments), {}, {}, false};
    for (const char* name : {"HOME", "TMPDIR", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME",
                             "XDG_CACHE_HOME", "XDG_RUNTIME_DIR"})
        out.variables[name] = home;
    return m_defect.empty() ? out : shimmed(out);
}

Command Laboratory::save(long count) const
{
    Command out = command({"stress", "save", study().string()});
    if (count >= 0) {
        out.arguments.push_back("--count");
        out.arguments.push_back(std::to_string(count));
    }
    return out;
}

Command Laboratory::shimmed(Command command) const
{
    command.variables["LD_PRELOAD"] = m_programs.shim.string();
    command.variables[shim::RootVariable] = m_root.string();
    if (!m_defect.empty()) command.variables[shim::DefectVariable] = m_defect;
    return command;
}

Command Laboratory::logged(Command command, const fs::path& log) const
{
    command = shimmed(std::move(command));
    command.variables[shim::LogVariable] = log.string();
    return command;
}

Command Laboratory::faulty(Command command, long at, const std::string& fault) const
{
    command = shimmed(std::move(command));
    command.variables[shim::AtVariable] = std::to_string(at);
    command.variables[shim::FaultVariable] = fault;
    return command;
}

Result Laboratory::create() const
{
    return run(command({"new", study().string()}));
}

Verdict Laboratory::check() const
{
    Verdict out;
    out.result = run(command({"check", study().string()}));
    const std::string& text = out.result.out;
    if (const size_t at = text.find("LAST "); at != std::string::npos)
        out.last = std::strtol(text.c_str() + at + 5, nullptr, 10);
    if (const size_t at = text.find("DIGEST "); at != std::string::npos)
        out.digest = text.substr(at + 7, text.find('\n', at) - at - 7);
    return out;
}

std::map<std::string, std::string> Laboratory::content() const
{
    std::map<std::string, std::string> out;
    for (const auto& entry : fs::recursive_directory_iterator(m_root))
        if (entry.is_regular_file())
            out[fs::relative(entry.path(), m_root).string()] = readFile(entry.path());
    return out;
}

void Laboratory::restore(const std::map<std::string, std::string>& content) const
{
    fs::remove_all(m_root);
    fs::create_directories(m_root / "home");
    for (const auto& [name, bytes] : content) {
        fs::create_directories((m_root / name).parent_path());
        writeFile(m_root / name, bytes);
    }
}

} // namespace robustness
