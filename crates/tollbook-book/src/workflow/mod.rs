//! What is done with a book, step by step. The statements stand in [`crate::sql`].

pub(crate) mod add;
pub(crate) mod apply;
pub(crate) mod ask;
pub(crate) mod correct;
pub(crate) mod decide;
pub(crate) mod families;
pub(crate) mod link;
pub(crate) mod make;
pub(crate) mod replay;
