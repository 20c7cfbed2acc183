//! Development work.

fn main() {}
