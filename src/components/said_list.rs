//! Quotations as readers chose to see them: in one list, under those who said them, under the names in them, or of two
//! speakers beside each other.

use std::rc::Rc;

use corpus::model::{EntityId, Speaker};
use corpus::search::{
    Facet, SaidGroup, SaidKind, SaidOrder, SaidWords, Sharing, count_said, order_said, said_by_speaker, said_by_topic,
    speaker_key, speaker_of_key, speakers_called,
};
use corpus::{Corpus, EntityView, QuotationView};
use yew::{Callback, Html, Properties, component, html, use_state_eq};

use super::element::{all, element, isolated, link, words};
use super::said_entry::SaidEntries;
use crate::hooks::{Found, use_n_shown};
use crate::text;
use crate::view_state::{Choice, ViewState};

/// Entries of a list, or of a side, that are shown before more are asked for, and that are added then.
const PAGE: usize = 50;
/// The same for the entries of a group.
const FEW: usize = 5;
/// The same for groups.
const GROUPS: usize = 20;
/// Roles that a heading has at most.
const MAX_ROLES: usize = 3;

/// What the settings of a state make of quotations. Two are the same if they are the same object.
#[derive(Debug)]
pub struct Said {
    /// How many there are of the speakers beside each other, or of all, with the words that are looked for, and how many
    /// of each of [`SaidKind::WORDS`].
    pub counts: [usize; 5],
    /// Those of the chosen kind, by speaker.
    pub speakers: Vec<SaidGroup<'static>>,
    /// Who is called by the words that are looked for, with how many quotations of the chosen kind.
    pub called: Vec<(EntityId, usize)>,
    /// The two speakers beside each other.
    pub beside: [Option<EntityId>; 2],
    /// How many are shown, of how many speakers with a name, in how many documents.
    pub n: (usize, usize, usize),
    /// What is shown, in order. If it is not grouped, it is one group.
    groups: Vec<SaidGroup<'static>>,
    layout: Layout,
    looked_for: Option<SaidWords>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Layout {
    List,
    Speakers,
    Topics,
    Beside,
}

impl PartialEq for Said {
    fn eq(&self, other: &Self) -> bool {
        std::ptr::eq(self, other)
    }
}

/// The kind that a state narrows to.
fn said_kind(state: &ViewState) -> Option<SaidKind> {
    SaidKind::WORDS.iter().find(|(word, _)| *word == state.setting("kind")).map(|&(_, kind)| kind)
}

/// Whether one of the two speakers said something; of none, anybody may have.
fn is_of_sides(beside: [Option<EntityId>; 2], quotation: &QuotationView<'_>) -> bool {
    let is_by = |speaker| matches!(speaker, Speaker::Entity(entity, _) if beside.contains(&Some(entity)));
    beside == [None, None] || is_by(quotation.speaker())
}

impl Said {
    /// What is shown, in its order; what belongs to several groups is in it as often.
    pub fn shown(&self) -> impl Iterator<Item = QuotationView<'static>> {
        self.groups.iter().flat_map(|group| group.quotations.iter().copied())
    }

    /// How many quotations there are of the kind and the speakers chosen, whatever their words.
    pub fn n_with_any_words(&self, quotations: &[QuotationView<'static>], state: &ViewState) -> usize {
        let is_of_kind = |quotation: &QuotationView<'_>| said_kind(state).is_none_or(|kind| kind.fits(quotation));
        quotations.iter().filter(|quotation| is_of_kind(quotation) && is_of_sides(self.beside, quotation)).count()
    }

    /// Narrows, orders and groups quotations.
    pub fn of(corpus: &'static Corpus<'static>, quotations: &[QuotationView<'static>], state: &ViewState) -> Self {
        let (find, kind) = (state.setting("find"), said_kind(state));
        let looked_for = SaidWords::of(corpus, find);
        let called = match &looked_for {
            Some(_) => {
                let of_kind = quotations.iter().filter(|quotation| kind.is_none_or(|kind| kind.fits(quotation)));
                speakers_called(corpus, &of_kind.copied().collect::<Vec<_>>(), find)
            }
            None => Vec::new(),
        };
        let has_words = |quotation: &&QuotationView<'static>| {
            looked_for.as_ref().is_none_or(|words| words.places(corpus, quotation).is_some())
        };
        let mut chosen: Vec<QuotationView<'static>> = quotations.iter().filter(has_words).copied().collect();
        let keys = state.setting("beside");
        let (first, second) = keys.split_once(' ').unwrap_or((keys, ""));
        let beside = [first, second].map(|key| speaker_of_key(corpus, key));
        let of_sides = |quotation: &&QuotationView<'static>| is_of_sides(beside, quotation);
        let mut counts = [chosen.iter().filter(of_sides).count(), 0, 0, 0, 0];
        for (count, (_, kind)) in counts[1..].iter_mut().zip(SaidKind::WORDS) {
            *count = chosen.iter().filter(of_sides).filter(|quotation| kind.fits(quotation)).count();
        }
        if let Some(kind) = kind {
            chosen.retain(|quotation| kind.fits(quotation));
        }
        let order = match state.setting("by") {
            "oldest" => SaidOrder::Oldest,
            "speaker" => SaidOrder::Speaker,
            "article" => SaidOrder::Article,
            _ => SaidOrder::Newest,
        };
        order_said(corpus, &mut chosen, order);
        let speakers = said_by_speaker(corpus, &chosen);
        let (layout, groups) = match state.setting("group") {
            _ if beside != [None, None] => {
                let of = |entity: EntityId| {
                    let known = speakers.iter().find(|group| group.of == Sharing::Entity(entity)).cloned();
                    known.unwrap_or(SaidGroup { of: Sharing::Entity(entity), quotations: Vec::new() })
                };
                (Layout::Beside, beside.into_iter().flatten().map(of).collect())
            }
            "speaker" => (Layout::Speakers, speakers.clone()),
            "topic" => (Layout::Topics, said_by_topic(corpus, &chosen)),
            _ => (Layout::List, vec![SaidGroup { of: Sharing::NoName, quotations: chosen.clone() }]),
        };
        if layout == Layout::Beside {
            chosen = groups.iter().flat_map(|group| group.quotations.iter().copied()).collect();
        }
        let (n_docs, n_speakers) = count_said(corpus, &chosen);
        Self { counts, speakers, called, beside, n: (chosen.len(), n_speakers, n_docs), groups, layout, looked_for }
    }
}

#[derive(Clone, Debug, PartialEq, Properties)]
pub struct SaidListProps {
    /// The quotations.
    pub said: Rc<Said>,
    /// What was found.
    pub found: Found,
    /// What is asked, chosen and set.
    pub state: ViewState,
}

#[component]
pub fn SaidList(props: &SaidListProps) -> Html {
    let SaidListProps { said, found, state } = props;
    let is_list = said.layout == Layout::List;
    let (n_shown, on_more_shown) = use_n_shown(state.href(), if is_list { PAGE } else { GROUPS });
    // The groups of which more was asked for, each as often as it was.
    let asked_for = use_state_eq(Vec::<usize>::new);
    let entries = SaidEntries::new(found, state, said.looked_for.as_ref());
    let (n_first, n_groups) = match said.layout {
        Layout::List => (n_shown, 1),
        Layout::Beside => (PAGE, 2),
        Layout::Speakers | Layout::Topics => (FEW, n_shown),
    };
    let group = |(at, group): (usize, &SaidGroup<'static>)| {
        let n = n_first + PAGE * asked_for.iter().filter(|&&known| known == at).count();
        let shown = group.quotations.iter().take(n);
        let is_under_speaker =
            said.layout != Layout::Topics && said.layout != Layout::List && matches!(group.of, Sharing::Entity(_));
        let prefix = format!("said-{at}");
        let items: Vec<Html> = shown.map(|said| entries.entry(said, &prefix, !is_under_speaker)).collect();
        let title = title(found, group.of);
        let rest = group.quotations.len().saturating_sub(n);
        let on_more = {
            let (asked_for, on_more_shown) = (asked_for.clone(), on_more_shown.clone());
            Callback::from(move |_| match is_list {
                true => on_more_shown.emit(()),
                false => asked_for.set([asked_for.as_slice(), &[at]].concat()),
            })
        };
        let more = match rest {
            0 => html! {},
            _ => more(text!("show-more", n = PAGE.min(rest), all = group.quotations.len()), on_more),
        };
        let label = if is_list { text!("said-list") } else { text!("said-list-of", of = &title) };
        let list = match items.is_empty() {
            true => element("p", "said__none", words(&text!("said-nothing"))),
            false => html! { <ol role="list" aria-label={label}>{ items }</ol> },
        };
        if is_list {
            return all(vec![list, more]);
        }
        let head = head(found, state, said.layout, group, &title);
        element("section", "said__group", all(vec![head, list, more]))
    };
    let mut parts: Vec<Html> = said.groups.iter().take(n_groups).enumerate().map(group).collect();
    if said.layout == Layout::Beside {
        if parts.len() < 2 {
            parts.push(element("p", "said__none", words(&text!("said-choose-above"))));
        }
        return element("div", "said-columns", all(parts));
    }
    if said.layout == Layout::Topics {
        parts.insert(0, element("p", "view__about", words(&text!("said-topics"))));
    }
    let rest = said.groups.len().saturating_sub(n_groups);
    if rest > 0 {
        let message = if said.layout == Layout::Topics { "said-more-names" } else { "said-more-speakers" };
        let label = text!(message, n = GROUPS.min(rest), all = said.groups.len());
        parts.push(more(label, on_more_shown.reform(|_| ())));
    }
    all(parts)
}

fn more(label: String, onclick: Callback<yew::MouseEvent>) -> Html {
    html! { <button class="results__more" type="button" {onclick}>{ label }</button> }
}

fn entity(found: &Found, of: Sharing) -> Option<EntityView<'static>> {
    match of {
        Sharing::Entity(entity) => found.answer.corpus().entity(entity),
        _ => None,
    }
}

fn title(found: &Found, of: Sharing) -> String {
    match of {
        Sharing::Entity(_) => entity(found, of).map_or_else(String::new, |entity| entity.name().to_owned()),
        Sharing::Described => text!("said-described"),
        Sharing::Unnamed => text!("said-unnamed"),
        Sharing::Unresolved => text!("said-unresolved"),
        Sharing::NoName => text!("said-no-name"),
    }
}

/// The heading of a group: whose quotations or about whom, how many, and what can be done with them.
fn head(found: &Found, state: &ViewState, layout: Layout, group: &SaidGroup<'static>, title: &str) -> Html {
    let entity = entity(found, group.of);
    let name = match &entity {
        Some(entity) => link(state.entity(entity).href(), isolated(title)),
        None => words(title),
    };
    let mut parts = vec![element("h2", "said__title", name)];
    let count = text!("n-quotations", n = group.quotations.len());
    parts.push(element("span", "said__count", words(&count)));
    if let (Some(entity), Layout::Speakers | Layout::Beside) = (&entity, layout) {
        if layout == Layout::Speakers {
            let key = speaker_key(entity);
            let mut beside = state.without_facet(Facet::Speaker);
            if state.choice(Facet::Speaker, &key).is_none() {
                let only = beside.toggled(Facet::Speaker, &key, Choice::Include).with_setting("group", "");
                parts.push(link(only.href(), words(&text!("said-only-these"))));
            }
            beside = beside.with_setting("beside", &key);
            parts.push(link(beside.href(), words(&text!("said-beside-another"))));
        }
        let mut roles: Vec<&str> = Vec::new();
        for (role, ..) in entity.roles() {
            if roles.len() < MAX_ROLES && !roles.contains(&role) {
                roles.push(role);
            }
        }
        if !roles.is_empty() {
            parts.push(element("p", "said__role", isolated(&roles.join("; "))));
        }
    }
    element("div", "said__head", all(parts))
}
