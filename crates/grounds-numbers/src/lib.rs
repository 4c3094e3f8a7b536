//! Exact numbers: decimals with their precision, units, derivations and the statistics of a report.
//!
//! Knows no content: numbers come in as they are written, and what is wrong with them comes out.
