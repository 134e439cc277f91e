//! Files that readers give to the page; nothing of them leaves it.

use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::HtmlInputElement;

/// Reads the file that was chosen in the field that an event comes from. `on_read` gets its name and its text, or no text
/// if the browser could not read it. The field is empty again afterwards.
pub fn read_text(event: &web_sys::Event, on_read: impl Fn(String, Option<String>) + 'static) {
    let field = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok());
    let Some((field, file)) = field.and_then(|field| Some((field.clone(), field.files()?.get(0)?))) else { return };
    let name = file.name();
    let (on_read, name_again) = (std::rc::Rc::new(on_read), name.clone());
    let refused = on_read.clone();
    let done = Closure::once(move |text: JsValue| on_read(name, text.as_string()));
    let refused = Closure::once(move |_: JsValue| refused(name_again, None));
    let _ = file.text().then2(&done, &refused);
    // One of them is called, some time later; a few bytes of the other stay.
    done.forget();
    refused.forget();
    field.set_value("");
}
