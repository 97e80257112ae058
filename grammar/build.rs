//! Runs LALRPOP on the one grammar file.

fn main() {
    println!("cargo:rerun-if-changed=src/python.lalrpop");
    let out = std::env::var_os("OUT_DIR").expect("cargo names OUT_DIR");
    lalrpop::Configuration::new()
        .set_out_dir(out)
        .emit_rerun_directives(false)
        .process_file("src/python.lalrpop")
        .expect("src/python.lalrpop is a grammar without conflicts");
}
