//! What users rely on: hand-made claims come to the incidents, figures and tolls that they should.

mod figures;
#[cfg(test)]
mod hand;
mod incidents;
mod properties;
mod reference;
mod sentences;
mod tolls;
