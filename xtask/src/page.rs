//! Text operations on a finished page: escaping, placeholders, blocks, the content policy. No files.

use anyhow::{Context as _, Result, bail};
use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use sha2::{Digest as _, Sha256};

/// How a page is delivered, which decides what it may load.
#[derive(Clone, Copy, Debug)]
pub enum Delivery {
    /// Beside its own files on a host.
    Hosted,
    /// All in one file: nothing may be loaded at all.
    OneFile,
}

/// Text as HTML shows it literally. Documents are hostile: nothing of them may become markup.
pub fn escape(text: &str) -> String {
    let mut html = String::with_capacity(text.len() + text.len() / 16);
    for character in text.chars() {
        match character {
            '&' => html.push_str("&amp;"),
            '<' => html.push_str("&lt;"),
            '>' => html.push_str("&gt;"),
            '"' => html.push_str("&quot;"),
            '\'' => html.push_str("&#39;"),
            // HTML has no way to write these two as they are.
            '\0' => html.push('\u{fffd}'),
            '\r' => html.push_str("&#13;"),
            _ => html.push(character),
        }
    }
    html
}

/// Puts `value` in every place that says `{{name}}`.
pub fn fill(html: &str, name: &str, value: &str) -> Result<String> {
    let place = format!("{{{{{name}}}}}");
    if !html.contains(&place) {
        bail!("index.html has no place for {place}");
    }
    Ok(html.replace(&place, value))
}

/// The contents of all elements `name` that stand in the page itself, without those loaded from a file and those
/// that are data and not code.
pub fn inline_blocks<'a>(html: &'a str, name: &str) -> Vec<&'a str> {
    let (open, close) = (format!("<{name}"), format!("</{name}>"));
    let mut blocks = Vec::new();
    let mut rest = html;
    while let Some((_, from_tag)) = rest.split_once(&open) {
        let Some((attributes, after)) = from_tag.split_once('>') else { break };
        let Some((block, after)) = after.split_once(&close) else { break };
        let is_data = attributes.contains("type=") && !attributes.contains("type=\"module\"");
        if !attributes.contains("src=") && !is_data {
            blocks.push(block);
        }
        rest = after;
    }
    blocks
}

/// Writes the content policy: what stands in the page is allowed by its hash, so this has to be the last change.
pub fn set_policy(html: &str, delivery: Delivery) -> Result<String> {
    const BEFORE: &str = "http-equiv=\"Content-Security-Policy\" content=\"";
    let start = html.find(BEFORE).context("index.html has no content policy")? + BEFORE.len();
    let length = html[start..].find('"').context("index.html has no end of the content policy")?;
    let scripts = hashes(&inline_blocks(html, "script"));
    let policy = match delivery {
        Delivery::Hosted => format!(
            "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'{scripts}; style-src 'self'; \
             connect-src 'self'; img-src data:; base-uri 'none'; form-action 'none'"
        ),
        Delivery::OneFile => format!(
            "default-src 'none'; script-src 'wasm-unsafe-eval'{scripts}; style-src{}; \
             connect-src 'none'; img-src data:; base-uri 'none'; form-action 'none'",
            hashes(&inline_blocks(html, "style"))
        ),
    };
    Ok(format!("{}{policy}{}", &html[..start], &html[start + length..]))
}

fn hashes(blocks: &[&str]) -> String {
    blocks.iter().map(|block| format!(" 'sha256-{}'", BASE64_STANDARD.encode(Sha256::digest(block)))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn escaped_text_holds_no_markup() {
        assert_eq!(escape("<a href='x'>\"&\0\r"), "&lt;a href=&#39;x&#39;&gt;&quot;&amp;\u{fffd}&#13;");
        assert_eq!(escape("é漢😀\u{202e}"), "é漢😀\u{202e}");
    }

    #[test]
    fn a_missing_place_is_an_error() -> Result<()> {
        assert_eq!(fill("<p>{{a}} {{a}}", "a", "1")?, "<p>1 1");
        assert!(fill("<p>", "a", "1").is_err());
        Ok(())
    }

    #[test]
    fn only_code_that_stands_in_the_page_is_a_block() {
        let html = "<script src=\"a.js\"></script><script type=\"module\">code</script>\
                    <script id=\"w\" type=\"application/gzip\">data</script><script>more</script>";
        assert_eq!(inline_blocks(html, "script"), ["code", "more"]);
    }

    #[test]
    fn the_policy_names_each_block_by_its_hash() -> Result<()> {
        let html =
            "<meta http-equiv=\"Content-Security-Policy\" content=\"{{policy}}\"><style></style><script></script>";
        let empty = "'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='";
        let hosted = set_policy(html, Delivery::Hosted)?;
        assert!(hosted.contains(&format!("script-src 'self' 'wasm-unsafe-eval' {empty};")), "{hosted}");
        let one_file = set_policy(&hosted, Delivery::OneFile)?;
        assert!(one_file.contains(&format!("style-src {empty};")), "{one_file}");
        assert!(!one_file.contains("'self'"), "{one_file}");
        Ok(())
    }
}
