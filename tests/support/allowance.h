#pragma once
#include <QtGlobal>

namespace test {

// Instrumented programs are slower, and hold freed memory back to catch its late uses.
#if defined(__SANITIZE_ADDRESS__)
inline constexpr bool Sanitized = true;
#elif defined(__has_feature)
inline constexpr bool Sanitized = __has_feature(address_sanitizer);
#else
inline constexpr bool Sanitized = false;
#endif

/// What refusing a hostile file may cost at most.
inline constexpr qint64 MostMilliseconds = Sanitized ? 20'000 : 2'000;
inline constexpr long MostKilobytes = Sanitized ? 1'200'000 : 300'000;

} // namespace test
