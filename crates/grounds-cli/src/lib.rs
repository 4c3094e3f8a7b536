//! The command line as a library, so that its reference can be generated.
