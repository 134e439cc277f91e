//! `cargo xtask dist`: the page for a web server, and the same page in one file that needs neither server nor network.

use std::env;
use std::fs;
use std::path::Path;

use anyhow::{Context as _, Result, bail};
use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;

use crate::command::{command, root, run as run_command, seeds, trunk};
use crate::finish::find_file;
use crate::page::{Delivery, inline_blocks, set_policy};
use crate::plan::Plan;
use crate::sizes::{gzip, measure};
use crate::tools;

pub fn run(out: &str) -> Result<()> {
    let folder = env::current_dir()?.join(out);
    tools::for_building(Plan::default())
        .step("the page, optimised for size (some minutes the first time)", || build(&folder, &seeds()))
        .run()?;
    measure(&folder)?.print();
    println!("\n{out}/ is for any web server, {out}/dossier.html opens by itself");
    Ok(())
}

/// Builds both forms of the page from the documents in `seeds` into `folder`.
pub fn build(folder: &Path, seeds: &Path) -> Result<()> {
    let mut trunk = trunk();
    trunk.args(["build", "--release", "--skip-version-check", "--dist"]).arg(folder);
    run_command(trunk.env("DOSSIER_SEEDS", seeds))?;
    let html = fs::read_to_string(folder.join("index.html"))?;
    let glue = fs::read_to_string(find_file(folder, ".js")?)?;
    let style = fs::read_to_string(find_file(folder, ".css")?)?;
    let wasm = fs::read(find_file(folder, ".wasm")?)?;
    let loader = fs::read_to_string(root().join("assets/loader.js"))?;
    let file = folder.join("dossier.html");
    fs::write(&file, one_file(&html, &style, &glue, &loader, &wasm)?)
        .with_context(|| format!("{} cannot be written", file.display()))?;
    // Only now: the one file is put together from the lines of the script as wasm-bindgen wrote it.
    minify(&find_file(folder, ".js")?)?;
    minify(&find_file(folder, ".css")?)
}

/// Takes names, comments and white space out of a script or a style sheet that the page loads.
fn minify(file: &Path) -> Result<()> {
    let mut esbuild = command("esbuild");
    esbuild.arg(file).args(["--minify", "--target=esnext", "--allow-overwrite", "--log-level=warning"]);
    let mut outfile = std::ffi::OsString::from("--outfile=");
    outfile.push(file);
    run_command(esbuild.arg(outfile))
}

/// The page with everything it loads put inside.
fn one_file(html: &str, style: &str, glue: &str, loader: &str, wasm: &[u8]) -> Result<String> {
    let scripts = inline_blocks(html, "script");
    let [hosted_script] = scripts.as_slice() else {
        bail!("the built page has {} scripts of its own where one was expected", scripts.len());
    };
    let script = format!("{}\n{loader}\nload(__wbg_init, \"#wasm\");\n", without_exports(glue)?);
    if style.contains("</style") || script.contains("</script") || script.contains("<!--") {
        bail!("the style sheet or the script would end its own block in the page");
    }
    let packed = BASE64_STANDARD.encode(gzip(wasm)?);
    let html = html.replace(hosted_script, &script);
    let mut page = String::with_capacity(html.len() + packed.len());
    for line in html.split_inclusive('\n') {
        if line.contains("rel=\"stylesheet\"") {
            page += &format!("<style>{style}</style>\n");
        } else if line.starts_with("</body>") {
            page += &format!("<script id=\"wasm\" type=\"application/gzip\">{packed}</script>\n{line}");
        } else if !line.contains("rel=\"modulepreload\"") && !line.contains("rel=\"preload\"") {
            page += line;
        }
    }
    if !page.contains("<style>") || !page.contains("id=\"wasm\"") {
        bail!("the built page has no style sheet or no end of its body in a line of its own");
    }
    set_policy(&page, Delivery::OneFile)
}

/// wasm-bindgen's module as a plain piece of another one. It must import nothing: there is nowhere to import from.
fn without_exports(glue: &str) -> Result<String> {
    let mut code = String::with_capacity(glue.len());
    for line in glue.lines() {
        if line.starts_with("import ") {
            bail!("the page's JavaScript loads another file, which one file cannot: {line}");
        }
        // Only whole statements at the start of a line; `export { a, b as default };` names and does nothing.
        if !line.starts_with("export {") && !line.starts_with("export default") {
            code += line.strip_prefix("export ").unwrap_or(line);
            code.push('\n');
        }
    }
    match code.contains("function __wbg_init(") {
        true => Ok(code),
        false => bail!("wasm-bindgen's JavaScript has no __wbg_init: its version is not one this code knows"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const HOSTED: &str = "<head>\n<meta http-equiv=\"Content-Security-Policy\" content=\"x\">\n\
        <link rel=\"stylesheet\" href=\"./style.css\">\n<link rel=\"preload\" href=\"./a.wasm\">\n</head>\n<body>\n\
        <script type=\"module\">import init from \"./a.js\";</script>\n</body>\n";
    const GLUE: &str =
        "export function greet() {}\nasync function __wbg_init(a) {}\nexport { a, __wbg_init as default };\n";

    #[test]
    fn one_file_refers_to_no_other() -> Result<()> {
        let page = one_file(HOSTED, "p{}", GLUE, "function load() {}", b"wasm")?;
        assert!(!page.contains("./") && !page.contains("import ") && !page.contains("export "), "{page}");
        assert!(page.contains("<style>p{}</style>") && page.contains("function greet() {}"), "{page}");
        Ok(())
    }

    #[test]
    fn code_that_would_end_its_block_or_import_is_refused() {
        assert!(one_file(HOSTED, "p{}", GLUE, "\"</script>\"", b"").is_err());
        assert!(one_file(HOSTED, "</style>", GLUE, "", b"").is_err());
        assert!(one_file(HOSTED, "", &format!("import a from './b.js';\n{GLUE}"), "", b"").is_err());
    }
}
