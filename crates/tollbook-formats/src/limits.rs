//! Every limit on what is read, in one table. What is over a limit is refused, never cut.

/// Bytes of one text or title: 16 MiB.
pub const TEXT_BYTES: usize = 16 << 20;

/// Bytes of one line of the exchange format, its line end not counted: 64 MiB.
pub const LINE_BYTES: usize = 64 << 20;

/// Bytes of an id, which is printed wherever its report is named.
pub const ID_BYTES: usize = 1024;

/// Bytes at the start of a plain text in which a dateline is looked for.
pub const DATELINE_BYTES: usize = 200;

/// Of every hundred bytes of a plain text, the most that may be control bytes before it is taken
/// for a binary.
pub const CONTROL_PERCENT: usize = 30;
