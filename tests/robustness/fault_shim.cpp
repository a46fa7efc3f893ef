// Preloaded into cartosc-cli: logs, or makes fail, its calls to the file system under one folder. It can also
// take away one protection of the program (a planted defect), so that the harness proves it would notice.
#include "robustness/shim_log.h"

#include <array>
#include <cerrno>
#include <csignal>
#include <cstdarg>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <dlfcn.h>
#include <fcntl.h>
#include <mutex>
#include <string_view>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>
#include <utility>

namespace {

using robustness::shim::Call;
using robustness::shim::Record;

enum class Fault { None, KillBefore, KillAfter, Torn, Short, NoSpace, NoSpaceRest, Io, IoRest };
enum class Defect { None, NoSync, NoFolderSync, EarlyAcknowledgement, NoLock, UnauthenticatedFrames };

constexpr int Descriptors = 1024;
constexpr int LogDescriptor = 1000;

/// Never destroyed: the program still closes files after static destructors.
struct State
{
    std::mutex mutex;
    std::string_view root;
    int log = -1;
    std::uint32_t count = 0;
    long at = -1;
    Fault fault = Fault::None;
    Defect defect = Defect::None;
    int deferredSync = -1; ///< descriptor whose fsync was answered but not done (EarlyAcknowledgement)
    std::array<char, Descriptors> tracked{}; ///< 1 file, 2 folder
};

State& state()
{
    static State* const only = new State;
    return *only;
}

template <typename Function> Function real(const char* name)
{
    return reinterpret_cast<Function>(dlsym(RTLD_NEXT, name));
}

ssize_t realWrite(int descriptor, const void* data, size_t size)
{
    static const auto function = real<ssize_t (*)(int, const void*, size_t)>("write");
    return function(descriptor, data, size);
}

ssize_t realPwrite(int descriptor, const void* data, size_t size, off_t offset)
{
    static const auto function = real<ssize_t (*)(int, const void*, size_t, off_t)>("pwrite");
    return function(descriptor, data, size, offset);
}

int realSync(int descriptor)
{
    static const auto function = real<int (*)(int)>("fsync");
    return function(descriptor);
}

void logBytes(const void* data, size_t size)
{
    if (size > 0 && realWrite(state().log, data, size) != static_cast<ssize_t>(size)) std::abort();
}

void log(Record record, std::string_view path, std::string_view second, const void* data, size_t size)
{
    if (state().log < 0) return;
    const int kept = errno;
    record.pathSize = static_cast<std::uint32_t>(path.size());
    record.secondPathSize = static_cast<std::uint32_t>(second.size());
    record.dataSize = static_cast<std::uint32_t>(size);
    logBytes(&record, sizeof record);
    logBytes(path.data(), path.size());
    logBytes(second.data(), second.size());
    logBytes(data, size);
    errno = kept;
}

[[noreturn]] void die()
{
    ::kill(::getpid(), SIGKILL);
    for (;;)
        ::pause();
}

bool isTracked(int descriptor)
{
    return descriptor >= 0 && descriptor < Descriptors && state().tracked[size_t(descriptor)] != 0;
}

bool isUnderRoot(std::string_view path)
{
    return !state().root.empty() && path.starts_with(state().root);
}

bool needsSpace(const Record& record)
{
    return record.call == Call::Write || record.call == Call::Sync || record.call == Call::Rename ||
           (record.call == Call::Open && record.created != 0);
}

/// Whether this call is to fail, with errno set; may not return at all.
bool failsBefore(Record& record)
{
    State& s = state();
    record.index = s.count++;
    const bool here = record.index == s.at;
    const bool later = s.at >= 0 && record.index >= s.at;
    if (here && s.fault == Fault::KillBefore) die();
    const bool full =
        (here && s.fault == Fault::NoSpace) || (later && s.fault == Fault::NoSpaceRest && needsSpace(record));
    const bool broken = (here && s.fault == Fault::Io) || (later && s.fault == Fault::IoRest);
    if (!full && !broken) return false;
    errno = full ? ENOSPC : EIO;
    return true;
}

void diesAfter(const Record& record)
{
    if (record.index == state().at && state().fault == Fault::KillAfter) die();
}

bool isHere(const Record& record, Fault fault)
{
    return record.index == state().at && state().fault == fault;
}

/// The fsync that was answered too early is done when the program next touches the file, or syncs another.
void settleDeferredSync()
{
    const int descriptor = std::exchange(state().deferredSync, -1);
    if (descriptor < 0) return;
    realSync(descriptor);
    Record record;
    record.call = Call::Sync;
    record.descriptor = descriptor;
    record.folder = state().tracked[size_t(descriptor)] == 2;
    log(record, {}, {}, nullptr, 0);
}

int finish(Record record, int result, std::string_view path = {}, std::string_view second = {})
{
    record.result = result < 0 ? -1 : 0;
    log(record, path, second, nullptr, 0);
    diesAfter(record);
    return result;
}

int openTracked(const char* path, int flags, mode_t mode)
{
    static const auto function = real<int (*)(const char*, int, ...)>("open");
    if (!isUnderRoot(path)) return function(path, flags, mode);
    const std::lock_guard lock(state().mutex);
    settleDeferredSync();
    struct stat before
    {
    };
    Record record;
    record.call = Call::Open;
    record.created = (flags & O_CREAT) != 0 && ::stat(path, &before) != 0;
    record.emptied = (flags & O_TRUNC) != 0;
    if (failsBefore(record)) return finish(record, -1, path);
    const int descriptor = function(path, flags, mode);
    record.descriptor = descriptor;
    if (descriptor >= 0 && descriptor < Descriptors) {
        struct stat info
        {
        };
        ::fstat(descriptor, &info);
        record.folder = S_ISDIR(info.st_mode);
        state().tracked[size_t(descriptor)] = record.folder != 0 ? 2 : 1;
    }
    return finish(record, descriptor, path);
}

/// `offset` < 0: at the current position.
ssize_t writeTracked(int descriptor, const void* data, size_t size, off_t offset)
{
    const auto write = [&](size_t count) {
        return offset < 0 ? realWrite(descriptor, data, count) : realPwrite(descriptor, data, count, offset);
    };
    if (!isTracked(descriptor)) return write(size);
    const std::lock_guard lock(state().mutex);
    if (state().deferredSync == descriptor) settleDeferredSync();
    Record record;
    record.call = Call::Write;
    record.descriptor = descriptor;
    record.offset = offset >= 0 ? offset : ::lseek(descriptor, 0, SEEK_CUR);
    ssize_t done = -1;
    if (!failsBefore(record)) {
        const bool half = isHere(record, Fault::Torn) || isHere(record, Fault::Short);
        done = write(half && size > 1 ? size / 2 : size);
    }
    record.result = done < 0 ? -1 : 0;
    log(record, {}, {}, data, done < 0 ? 0 : static_cast<size_t>(done));
    if (isHere(record, Fault::Torn)) die();
    diesAfter(record);
    return done;
}

int syncTracked(int descriptor)
{
    State& s = state();
    if (!isTracked(descriptor)) return realSync(descriptor);
    const std::lock_guard lock(s.mutex);
    settleDeferredSync();
    Record record;
    record.call = Call::Sync;
    record.descriptor = descriptor;
    record.folder = s.tracked[size_t(descriptor)] == 2;
    if (failsBefore(record)) return finish(record, -1);
    if (s.defect == (record.folder != 0 ? Defect::NoFolderSync : Defect::NoSync)) return 0;
    if (s.defect == Defect::EarlyAcknowledgement && record.folder == 0) {
        s.deferredSync = descriptor;
        return 0;
    }
    return finish(record, realSync(descriptor));
}

int truncateTracked(int descriptor, off_t size)
{
    static const auto function = real<int (*)(int, off_t)>("ftruncate");
    if (!isTracked(descriptor)) return function(descriptor, size);
    const std::lock_guard lock(state().mutex);
    settleDeferredSync();
    Record record;
    record.call = Call::Truncate;
    record.descriptor = descriptor;
    record.offset = size;
    return finish(record, failsBefore(record) ? -1 : function(descriptor, size));
}

/// The standard output goes through the same log, so that an acknowledgement has its place among the calls.
ssize_t writeOutput(void*, const char* data, size_t size)
{
    const std::lock_guard lock(state().mutex);
    Record record;
    record.call = Call::Output;
    log(record, {}, {}, data, size);
    size_t done = 0;
    while (done < size) {
        const ssize_t written = realWrite(STDOUT_FILENO, data + done, size - done);
        if (written <= 0) break;
        done += static_cast<size_t>(written);
    }
    return static_cast<ssize_t>(done);
}

Fault faultNamed(std::string_view name)
{
    if (name == "kill-before") return Fault::KillBefore;
    if (name == "kill-after") return Fault::KillAfter;
    if (name == "torn") return Fault::Torn;
    if (name == "short") return Fault::Short;
    if (name == "enospc") return Fault::NoSpace;
    if (name == "enospc-rest") return Fault::NoSpaceRest;
    if (name == "eio") return Fault::Io;
    if (name == "eio-rest") return Fault::IoRest;
    return Fault::None;
}

Defect defectNamed(std::string_view name)
{
    if (name == "no-fsync") return Defect::NoSync;
    if (name == "no-folder-sync") return Defect::NoFolderSync;
    if (name == "early-ack") return Defect::EarlyAcknowledgement;
    if (name == "no-lock") return Defect::NoLock;
    if (name == "unauthenticated-frames") return Defect::UnauthenticatedFrames;
    return Defect::None;
}

std::string_view variable(const char* name)
{
    const char* value = std::getenv(name);
    return value == nullptr ? std::string_view() : std::string_view(value);
}

__attribute__((constructor)) void start()
{
    namespace shim = robustness::shim;
    State& s = state();
    s.root = variable(shim::RootVariable);
    s.fault = faultNamed(variable(shim::FaultVariable));
    s.defect = defectNamed(variable(shim::DefectVariable));
    const std::string_view at = variable(shim::AtVariable);
    if (!at.empty()) s.at = std::strtol(at.data(), nullptr, 10);
    const std::string_view logPath = variable(shim::LogVariable);
    if (logPath.empty()) return;
    const int opened = ::creat(logPath.data(), 0600);
    if (opened < 0) std::abort();
    s.log = ::fcntl(opened, F_DUPFD_CLOEXEC, LogDescriptor);
    ::close(opened);
    stdout = ::fopencookie(nullptr, "w", {nullptr, writeOutput, nullptr, nullptr});
}

} // namespace

extern "C" {

int open(const char* path, int flags, ...)
{
    va_list arguments;
    va_start(arguments, flags);
    const mode_t mode = (flags & O_CREAT) != 0 ? va_arg(arguments, mode_t) : 0;
    va_end(arguments);
    return openTracked(path, flags, mode);
}

int open64(const char* path, int flags, ...)
{
    va_list arguments;
    va_start(arguments, flags);
    const mode_t mode = (flags & O_CREAT) != 0 ? va_arg(arguments, mode_t) : 0;
    va_end(arguments);
    return openTracked(path, flags, mode);
}

int creat(const char* path, mode_t mode)
{
    return openTracked(path, O_WRONLY | O_CREAT | O_TRUNC, mode);
}

ssize_t write(int descriptor, const void* data, size_t size)
{
    return writeTracked(descriptor, data, size, -1);
}

ssize_t pwrite(int descriptor, const void* data, size_t size, off_t offset)
{
    return writeTracked(descriptor, data, size, offset);
}

ssize_t pwrite64(int descriptor, const void* data, size_t size, off_t offset)
{
    return writeTracked(descriptor, data, size, offset);
}

int fsync(int descriptor)
{
    return syncTracked(descriptor);
}

int fdatasync(int descriptor)
{
    return syncTracked(descriptor);
}

int ftruncate(int descriptor, off_t size) noexcept
{
    return truncateTracked(descriptor, size);
}

int ftruncate64(int descriptor, off_t size) noexcept
{
    return truncateTracked(descriptor, size);
}

int rename(const char* from, const char* to) noexcept
{
    static const auto function = real<int (*)(const char*, const char*)>("rename");
    if (!isUnderRoot(from) && !isUnderRoot(to)) return function(from, to);
    const std::lock_guard lock(state().mutex);
    settleDeferredSync();
    Record record;
    record.call = Call::Rename;
    return finish(record, failsBefore(record) ? -1 : function(from, to), from, to);
}

int unlink(const char* path) noexcept
{
    static const auto function = real<int (*)(const char*)>("unlink");
    if (!isUnderRoot(path)) return function(path);
    const std::lock_guard lock(state().mutex);
    settleDeferredSync();
    Record record;
    record.call = Call::Unlink;
    return finish(record, failsBefore(record) ? -1 : function(path), path);
}

int close(int descriptor)
{
    static const auto function = real<int (*)(int)>("close");
    if (!isTracked(descriptor)) return function(descriptor);
    const std::lock_guard lock(state().mutex);
    settleDeferredSync();
    Record record;
    record.call = Call::Close;
    record.descriptor = descriptor;
    const bool fails = failsBefore(record);
    const int kept = errno;
    state().tracked[size_t(descriptor)] = 0;
    // Linux gives the descriptor back even when close fails.
    const int result = function(descriptor);
    if (fails) errno = kept;
    return finish(record, fails ? -1 : result);
}

int flock(int descriptor, int operation) noexcept
{
    static const auto function = real<int (*)(int, int)>("flock");
    if (!isTracked(descriptor)) return function(descriptor, operation);
    const std::lock_guard lock(state().mutex);
    Record record;
    record.call = Call::Lock;
    record.descriptor = descriptor;
    if (failsBefore(record)) return finish(record, -1);
    return finish(record, state().defect == Defect::NoLock ? 0 : function(descriptor, operation));
}

/// With UnauthenticatedFrames, the content is deciphered without looking at its tag: the key stream of this
/// construction starts at block 1.
int crypto_aead_xchacha20poly1305_ietf_decrypt(unsigned char* out, unsigned long long* outSize,
                                               unsigned char* secret, const unsigned char* sealed,
                                               unsigned long long sealedSize, const unsigned char* associated,
                                               unsigned long long associatedSize, const unsigned char* nonce,
                                               const unsigned char* key)
{
    constexpr unsigned TagSize = 16;
    using Decrypt = decltype(&crypto_aead_xchacha20poly1305_ietf_decrypt);
    using Stream = int (*)(unsigned char*, const unsigned char*, unsigned long long, const unsigned char*,
                           std::uint64_t, const unsigned char*);
    static const auto decrypt = real<Decrypt>("crypto_aead_xchacha20poly1305_ietf_decrypt");
    static const auto stream = real<Stream>("crypto_stream_xchacha20_xor_ic");
    if (state().defect != Defect::UnauthenticatedFrames || sealedSize < TagSize)
        return decrypt(out, outSize, secret, sealed, sealedSize, associated, associatedSize, nonce, key);
    if (outSize != nullptr) *outSize = sealedSize - TagSize;
    return stream(out, sealed, sealedSize - TagSize, nonce, 1, key);
}

} // extern "C"
