#include "robustness/call_log.h"
#include "robustness/campaigns.h"

#include <algorithm>
#include <cstring>
#include <memory>

namespace robustness {
namespace {

/// Saves that make the close rewrite the file: a snapshot with content.
constexpr long Rewriting = 1300;
constexpr size_t HeaderSizeOffset = 12, MarksSize = 128, SmallestBlock = 512, LargestBlock = 4096;

struct Damaged
{
    std::string bytes, name;
    size_t first = 0, last = 0; ///< the bytes touched
    bool isCut = false;
};

/// A whole study, and what may be lost of it.
struct Target
{
    std::string name, bytes, digest;
    std::map<std::string, std::string> memory; ///< what its user's computer remembers of it
    long last = 0;
    size_t firstMark = 0;
    /// Start of the only frame whose damage may be taken for an interrupted save; none in a closed file.
    size_t lastFrame = std::string::npos;
    /// Start of the frames written since the file was last closed, and the last answer before them. A file
    /// cut between is the state it had then: memory outside the file must tell that it is older.
    size_t firstFrame = std::string::npos;
    long lastAtOpening = 0;
};

size_t upTo(Random& random, size_t most)
{
    return std::uniform_int_distribution<size_t>(0, most)(random);
}

Damaged flip(const std::string& bytes, Random& random)
{
    const size_t at = upTo(random, bytes.size() - 1), bit = upTo(random, 7);
    Damaged out{bytes, "bit " + std::to_string(bit) + " de l’octet " + std::to_string(at), at, at};
    out.bytes[at] = static_cast<char>(out.bytes[at] ^ (1 << bit));
    return out;
}

Damaged block(const std::string& bytes, Random& random)
{
    const size_t size = std::min(bytes.size(), SmallestBlock + upTo(random, LargestBlock - SmallestBlock));
    const size_t at = upTo(random, bytes.size() - size);
    const bool zeros = upTo(random, 1) == 0;
    Damaged out{bytes,
                std::to_string(size) + " octets " + (zeros ? "à zéro" : "au hasard") + " en " +
                    std::to_string(at),
                at, at + size - 1};
    for (size_t i = at; i < at + size; ++i)
        out.bytes[i] = zeros ? '\0' : static_cast<char>(random());
    return out;
}

Damaged cut(const std::string& bytes, Random& random)
{
    const size_t size = upTo(random, bytes.size() - 1);
    return {bytes.substr(0, size), "coupé à " + std::to_string(size), size, bytes.size() - 1, true};
}

Target describe(const Laboratory& laboratory, const std::string& name)
{
    Target out;
    out.name = name;
    out.memory = laboratory.content();
    out.bytes = out.memory.extract(laboratory.study().filename().string()).mapped();
    const Verdict verdict = laboratory.check();
    out.digest = verdict.digest;
    out.last = verdict.last;
    std::uint32_t headerSize = 0;
    std::memcpy(&headerSize, out.bytes.data() + HeaderSizeOffset, sizeof headerSize);
    out.firstMark = headerSize;
    return out;
}

Target closedStudy(const Laboratory& laboratory)
{
    laboratory.create();
    run(laboratory.save(Rewriting));
    run(laboratory.save(20));
    run(laboratory.save(10));
    return describe(laboratory, "étude fermée");
}

/// Goes on from the closed study with a run killed just before it writes its end.
Target interruptedStudy(const Laboratory& laboratory)
{
    const auto before = laboratory.content();
    const fs::path log = laboratory.folder() / "log";
    const long lastAtOpening = laboratory.check().last;
    const size_t firstFrame = readFile(laboratory.study()).size();
    run(laboratory.logged(laboratory.save(8), log));
    LoggedCall end, frame;
    for (const LoggedCall& call : readCallLog(log))
        if (call.call == shim::Call::Write && call.data.starts_with("OSF")) end = call;
    laboratory.restore(before);
    run(laboratory.logged(laboratory.faulty(laboratory.save(8), end.index, "kill-before"), log));
    for (const LoggedCall& call : readCallLog(log))
        if (call.call == shim::Call::Write && call.data.starts_with("OSF") && call.index < end.index)
            frame = call;
    Target out = describe(laboratory, "étude non fermée");
    out.lastFrame = static_cast<size_t>(frame.offset);
    out.firstFrame = firstFrame;
    out.lastAtOpening = lastAtOpening;
    return out;
}

/// One mark of two may be damaged: a power cut while it is written does that, and the content is complete.
bool touchesOneMark(const Target& target, const Damaged& damage)
{
    return damage.first >= target.firstMark && damage.last < target.firstMark + MarksSize;
}

class Judge
{
public:
    Judge(const Plan& plan, Tally& tally) : m_plan(plan), m_tally(tally)
    {
        for (int worker = 0; worker < plan.workers; ++worker)
            m_laboratories.push_back(std::make_unique<Laboratory>(plan.programs, plan.defect));
    }

    void judge(const Target& target, long count, Damaged (*damage)(const std::string&, Random&),
               std::uint64_t seed)
    {
        for (const auto& laboratory : m_laboratories)
            laboratory->restore(target.memory);
        inParallel(m_plan.workers, count, [&](long item, int worker) {
            if (m_plan.isOver(m_tally)) return;
            Random random(m_plan.seed * 1000003 + seed * 100003 + std::uint64_t(item));
            const Damaged damaged = damage(target.bytes, random);
            if (damaged.bytes == target.bytes) return;
            const Laboratory& laboratory = *m_laboratories[size_t(worker)];
            writeFile(laboratory.study(), damaged.bytes);
            judge(target, damaged, laboratory.check());
        });
    }

    long markSlots() const { return m_markSlots; }
    long olderStates() const { return m_olderStates; }

private:
    void judge(const Target& target, const Damaged& damaged, const Verdict& verdict)
    {
        m_tally.addCase();
        if (verdict.isRefused()) return;
        const std::string what = target.name + ", " + damaged.name + " : ";
        if (!m_tally.expect(verdict.isSound(), [&] { return what + verdict.result.summary(); })) return;
        const bool identical = verdict.digest == target.digest && verdict.last == target.last;
        if (touchesOneMark(target, damaged)) {
            const std::lock_guard lock(m_mutex);
            ++m_markSlots;
            m_tally.expect(identical, [&] { return what + "accepté, contenu changé"; });
            return;
        }
        if (damaged.isCut && damaged.first >= target.firstFrame) {
            const std::lock_guard lock(m_mutex);
            ++m_olderStates;
            m_tally.expect(verdict.last >= target.lastAtOpening && verdict.last < target.last,
                           [&] { return what + "LAST " + std::to_string(verdict.last); });
            m_tally.expect(verdict.isOlder(), [&] { return what + "état antérieur, ouvert en silence"; });
            return;
        }
        const bool isLastFrame = damaged.first >= target.lastFrame;
        m_tally.expect(isLastFrame && verdict.last == target.last - 1, [&] {
            return what + (identical ? "accepté sans que rien ne l’authentifie" : "accepté, contenu changé");
        });
        m_tally.expect(verdict.isOlder(), [&] { return what + "dernière réponse perdue en silence"; });
    }

    const Plan& m_plan;
    Tally& m_tally;
    std::mutex m_mutex;
    long m_markSlots = 0, m_olderStates = 0;
    std::vector<std::unique_ptr<Laboratory>> m_laboratories;
};

/// The last frame alone, as a target of its own.
Damaged flipAtEnd(const std::string& bytes, Random& random)
{
    constexpr size_t End = 100;
    const size_t at = bytes.size() - 1 - upTo(random, End);
    Damaged out{bytes, "bit de l’octet " + std::to_string(at), at, at};
    out.bytes[at] = static_cast<char>(out.bytes[at] ^ (1 << upTo(random, 7)));
    return out;
}

Damaged cutAtEnd(const std::string& bytes, Random& random)
{
    constexpr size_t End = 1500;
    const size_t size = bytes.size() - 1 - upTo(random, End);
    return {bytes.substr(0, size), "coupé à " + std::to_string(size), size, bytes.size() - 1, true};
}

} // namespace

void damageCampaign(const Plan& plan, const Damages& damages, Tally& tally)
{
    const Laboratory laboratory(plan.programs);
    const Target closed = closedStudy(laboratory), interrupted = interruptedStudy(laboratory);
    Judge judge(plan, tally);
    judge.judge(closed, damages.flips, flip, 1);
    judge.judge(closed, damages.blocks, block, 2);
    judge.judge(closed, damages.cuts, cut, 3);
    tally.note("étude fermée de " + std::to_string(closed.bytes.size()) + " octets ; " +
               std::to_string(judge.markSlots()) +
               " altérations d’une seule des deux marques, acceptées, contenu identique");
    judge.judge(interrupted, damages.flips / 5, flip, 4);
    judge.judge(interrupted, damages.flips / 20, flipAtEnd, 5);
    judge.judge(interrupted, damages.blocks / 5, block, 6);
    judge.judge(interrupted, damages.cuts / 5, cut, 7);
    judge.judge(interrupted, damages.cuts / 2, cutAtEnd, 8);
    tally.note(std::to_string(judge.olderStates()) +
               " études non fermées coupées entre deux réponses : un état antérieur, dit tel");
}

} // namespace robustness
