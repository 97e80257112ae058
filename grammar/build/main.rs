//! Runs LALRPOP on the one grammar file, and packs the names of characters.

mod names;

fn main() {
    println!("cargo:rerun-if-changed=src/python.lalrpop");
    println!("cargo:rerun-if-changed=build");
    let out = std::env::var_os("OUT_DIR").expect("cargo names OUT_DIR");
    let names = std::path::Path::new(&out).join("character_names");
    std::fs::write(names, names::packed()).expect("OUT_DIR can be written");
    lalrpop::Configuration::new()
        .set_out_dir(out)
        .emit_rerun_directives(false)
        .process_file("src/python.lalrpop")
        .expect("src/python.lalrpop is a grammar without conflicts");
}
