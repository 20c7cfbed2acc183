//! Bytes made small for storing, and made whole again.

use crate::error::What;

/// Bytes of the largest thing that is stored whole; anything larger is refused, never cut.
pub(crate) const MOST_BYTES: usize = 256 << 20;

/// Zstandard's own default: beyond it, time grows faster than size shrinks.
const LEVEL: i32 = 3;

/// Returns `bytes` made small.
pub(crate) fn pack(bytes: &[u8]) -> Result<Vec<u8>, What> {
    zstd::bulk::compress(bytes, LEVEL).map_err(|_| What::damaged("bytes that do not pack"))
}

/// Returns the bytes that were made small; `at` says where they stood.
///
/// # Errors
/// Where `packed` is not what [`pack`] made.
pub(crate) fn unpack(packed: &[u8], at: impl Fn() -> String) -> Result<Vec<u8>, What> {
    zstd::bulk::decompress(packed, MOST_BYTES).map_err(|_| What::damaged(at()))
}
