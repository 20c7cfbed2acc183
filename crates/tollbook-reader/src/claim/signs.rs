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
        pub struct $set([u128; 2]);

        impl $set {
            /// Adds `sign` where `seen`.
            pub(crate) fn note(&mut self, sign: $one, seen: bool) {
                self.0[sign as usize / 128] |= u128::from(seen) << (sign as usize % 128);
            }

            /// Returns whether `sign` is among them.
            pub fn has(self, sign: $one) -> bool {
                self.0[sign as usize / 128] >> (sign as usize % 128) & 1 == 1
            }

            /// Returns the signs of both.
            pub fn with(self, other: $set) -> $set {
                $set([self.0[0] | other.0[0], self.0[1] | other.0[1]])
            }

            /// Returns the signs in their order.
            pub fn iter(self) -> impl Iterator<Item = $one> {
                let mut left = self.0;
                std::iter::from_fn(move || {
                    let half = usize::from(left[0] == 0);
                    let at = left[half].trailing_zeros() as usize + 128 * half;
                    let sign = $one::ALL.get(at)?;
                    left[half] &= left[half] - 1;
                    Some(*sign)
                })
            }
        }
    };
}

pub(crate) use signs;
