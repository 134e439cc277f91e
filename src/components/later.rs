//! A component that is below the fold: while somebody types or chooses, it stays as it was.

use yew::{BaseComponent, Html, component, html};

use crate::hooks::use_later;

/// Properties that tell whether what they describe may wait.
pub trait MayWait {
    /// Whether the component may stay as it was for a moment.
    fn may_wait(&self) -> bool;
}

/// The component with these properties.
#[component]
pub fn Later<C>(props: &C::Properties) -> Html
where
    C: BaseComponent,
    C::Properties: Clone + PartialEq + MayWait,
{
    match use_later(props, props.may_wait()) {
        Some(shown) => html! { <C ..shown /> },
        None => html! {},
    }
}
