//! Yes-or-no questions with names, and sets of them: what a choice is weighed by.
//!
//! What each sign is worth stands in a table of `model/` under its name.

/// Makes an enum of signs and a set of them.
macro_rules! signs {
    (
        $(#[$about_one:meta])* $one:ident,
        $(#[$about_set:meta])* $set:ident;
        $($(#[$doc:meta])* $variant:ident = $text:literal,)+
    ) => {
        $(#[$about_one])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        #[repr(u8)]
        pub enum $one {
            $($(#[$doc])* $variant,)+
        }

        impl $one {
            /// All signs; a sign stands at its own number.
            pub const ALL: &'static [$one] = &[$($one::$variant),+];

            /// Returns the name in the table of weights.
            pub const fn as_str(self) -> &'static str {
                match self { $($one::$variant => $text),+ }
            }
        }

        $(#[$about_set])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
        pub struct $set([u64; 4]);

        impl $set {
            /// Adds `sign` where `seen`.
            pub(crate) fn note(&mut self, sign: $one, seen: bool) {
                self.0[sign as usize / 64] |= u64::from(seen) << (sign as usize % 64);
            }

            /// Returns whether `sign` is among them.
            pub fn has(self, sign: $one) -> bool {
                self.0[sign as usize / 64] >> (sign as usize % 64) & 1 == 1
            }

            /// Returns the signs of both.
            pub fn with(self, other: $set) -> $set {
                $set(std::array::from_fn(|at| self.0[at] | other.0[at]))
            }

            /// Returns the signs in their order.
            pub fn iter(self) -> impl Iterator<Item = $one> {
                self.0.into_iter().enumerate().flat_map(|(part, mut left)| {
                    std::iter::from_fn(move || {
                        let at = 64 * part + left.trailing_zeros() as usize;
                        left &= left.checked_sub(1)?;
                        $one::ALL.get(at).copied()
                    })
                })
            }
        }
    };
}

pub(crate) use signs;
