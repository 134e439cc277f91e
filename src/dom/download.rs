//! Files that readers take away: made in the page, given to the browser as a download.

use wasm_bindgen::{JsCast, JsValue};
use web_sys::js_sys::Array;
use web_sys::{Blob, BlobPropertyBag, HtmlElement, Url};

/// Gives a text to the reader as a file.
pub fn save(name: &str, media_type: &str, text: &str) {
    let _ = try_save(name, media_type, text);
}

fn try_save(name: &str, media_type: &str, text: &str) -> Option<()> {
    let options = BlobPropertyBag::new();
    options.set_type(&format!("{media_type};charset=utf-8"));
    let blob = Blob::new_with_str_sequence_and_options(&Array::of1(&JsValue::from_str(text)), &options).ok()?;
    let url = Url::create_object_url_with_blob(&blob).ok()?;
    let tag = "a";
    let link = web_sys::window()?.document()?.create_element(tag).ok()?.dyn_into::<HtmlElement>().ok()?;
    link.set_attribute("href", &url).ok()?;
    link.set_attribute("download", name).ok()?;
    link.click();
    // The browser has taken hold of it; later the memory is free again.
    super::after_paint(move || {
        let _ = Url::revoke_object_url(&url);
    });
    Some(())
}

/// A title as the beginning of a file's name: letters and digits, with hyphens between.
pub fn file_name(title: &str) -> String {
    let letters = title.chars().map(|letter| if letter.is_alphanumeric() { letter } else { ' ' });
    let parts: String = letters.take(60).collect();
    parts.split_whitespace().collect::<Vec<_>>().join("-")
}

#[cfg(test)]
mod tests {
    #[test]
    fn names_of_files_have_no_signs() {
        assert_eq!(super::file_name("How Ann & “Élan/Co.” are connected"), "How-Ann-Élan-Co-are-connected");
        assert_eq!(super::file_name("../.."), "");
    }
}
