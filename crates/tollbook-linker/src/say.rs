//! The words of every sentence that is shown about incidents and tolls.
