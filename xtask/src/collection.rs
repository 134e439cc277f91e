//! A small collection of several documents, written at test time: copies of a story, related reports, a web page with
//! furniture, a report in German, dates of every kind. `tests/e2e/collection.test.mjs` reads the page that is built from
//! it. Places, people and papers in it are made up.

use std::fs;
use std::path::Path;

use anyhow::{Context as _, Result};

use crate::hostile::emptied;

/// Writes the documents into `folder`, in place of what was there.
pub fn write(folder: &Path) -> Result<()> {
    emptied(folder)?;
    for (name, text) in documents() {
        fs::write(folder.join(name), text).with_context(|| format!("{name} cannot be written"))?;
    }
    Ok(())
}

fn documents() -> [(&'static str, String); 4] {
    [
        ("dossier.toml", SETTINGS.to_owned()),
        ("papers.jsonl", papers()),
        ("lighthouse.html", WEB_PAGE.to_owned()),
        ("logbook.txt", LOGBOOK.to_owned()),
    ]
}

const SETTINGS: &str = "title = \"The Lindholm ferry\"\n\
    description = \"What nine papers and a logbook say about the ferry that ran aground off Lindholm.\"\n\
    language = \"en\"\n";

/// What the first paper printed, and the others after it.
const STORY: [&str; 5] = [
    "The ferry Sturmvogel ran aground off Lindholm with 214 people on board, and none of them was hurt.",
    "Captain Marta Kovalenko told the inquiry that she had warned the Lindholm Port Authority of the shifting sandbank \
     three times. \"Nobody ever answered my letters,\" Kovalenko said.",
    "The Lindholm Port Authority had measured the channel with an echo sounder in the autumn and found it deep enough.",
    "Passengers were taken off by fishing boats before the tide turned and the hull began to list.",
    "The inquiry goes on.",
];

/// The sentence that only the second paper has, in place of the last.
const OWN_SENTENCE: &str =
    "A tugboat captain, Peter Brandsma, said he had refused to sail the channel since Christmas.";

/// One JSON object a line.
fn papers() -> String {
    let story = STORY.join("\n\n");
    let changed = format!("{}\n\n{OWN_SENTENCE}", STORY[..4].join("\n\n"));
    let papers = [
        paper("gazette", "Ferry inquiry hears of ignored warnings", "Harbour Gazette", "2021-03-02", &story),
        paper("courier", "Captain warned of sandbank three times", "Northern Courier", "2021-03-03", &changed),
        paper("observer", "Ferry inquiry hears of ignored warnings", "Island Observer", "2021-03-04", &story),
        paper("dredger", "Dredger to clear the channel", "Harbour Gazette", "2022-01-15", DREDGER),
        paper("portrait", "The captain who wrote letters", "Harbour Gazette", "2021-06-20", PORTRAIT),
        paper("kueste", "Fähre vor Lindholm auf Grund gelaufen", "Küstenzeitung", "2021-03-03", GERMAN),
        paper("survey", "Hull survey left questions open", "Northern Courier", "", SURVEY),
        paper("chronology", "A chronology of the channel", "Island Observer", "2022-02-01", &chronology()),
    ];
    papers.concat()
}

fn paper(id: &str, title: &str, source: &str, date: &str, text: &str) -> String {
    let date = if date.is_empty() { String::new() } else { format!(",\"date\":\"{date}\"") };
    let text = text.replace('"', "\\\"").replace('\n', "\\n");
    let url = format!("https://{id}.example/news/ferry?from=<here>");
    format!(
        "{{\"id\":\"{id}\",\"title\":\"{title}\",\"source\":\"{source}\",\"url\":\"{url}\"{date},\"text\":\"{text}\"}}\n"
    )
}

const DREDGER: &str = "A dredger will deepen the channel off Lindholm this spring, the Lindholm Port Authority said.\n\n\
    The work follows the stranding of the Sturmvogel, whose captain, Marta Kovalenko, had asked for it in vain.\n\n\
    The sandbank moved by forty metres in one winter, according to the echo sounder of the survey ship.\n\n\
    \"I will believe it when I see it,\" Peter Brandsma said.";

const PORTRAIT: &str = "Marta Kovalenko keeps copies of every letter that she wrote to the Lindholm Port Authority.\n\n\
    She first sailed the channel as a deckhand, and knows its sandbank better than any chart.\n\n\
    \"I would do the same again,\" Kovalenko said.";

const GERMAN: &str = "Die Fähre Sturmvogel ist am Dienstag vor Lindholm auf Grund gelaufen. Niemand wurde verletzt.\n\n\
    Kapitänin Marta Kovalenko hatte die Hafenbehörde nach eigenen Angaben mehrfach vor der wandernden Sandbank gewarnt. \
    Die Behörde wollte sich auf Anfrage nicht äußern.\n\n\
    Die Passagiere wurden von Fischern an Land gebracht, bevor das Wasser wieder stieg.";

/// No date of publication: words that count from it stay unresolved, and figures can be read in two ways.
const SURVEY: &str = "The hull of an older ferry was surveyed on 03/04/2015 and again two years later.\n\n\
    The surveyors met last Friday to compare their notes, and found that pages were missing from both reports.\n\n\
    The yard did not say who had kept the missing pages or why nobody had asked for them.";

/// More dates than a side panel should list at once.
fn chronology() -> String {
    let winters =
        (2003..2018).map(|year| format!("On 14 January {year} pilots measured the channel and wrote it down."));
    let winters: Vec<String> = winters.collect();
    format!("What the pilots of Lindholm noted, winter by winter.\n\n{}", winters.join("\n\n"))
}

const LOGBOOK: &str = "Logbook of the lighthouse keeper\n\n\
    Fog all morning. The horn sounded from six until noon, and two trawlers answered it.\n\n\
    In the afternoon the lamp was cleaned and a pane of glass replaced.\n";

const WEB_PAGE: &str = r#"<!DOCTYPE html>
<html lang="en">
<head>
<title>Keepers return to the lighthouse - Skerry Review</title>
<link rel="canonical" href="https://review.example/lighthouse">
<meta property="og:site_name" content="Skerry Review">
<meta property="og:title" content="Keepers return to the lighthouse">
<meta property="article:published_time" content="2020-11-05T08:00:00Z">
<meta property="article:modified_time" content="2020-11-07T09:30:00Z">
<meta name="author" content="Jonas Ferrer">
</head>
<body>
<nav><ul><li><a href="/">Home</a></li><li><a href="/sport">Sport</a></li><li><a href="/weather">Weather</a></li></ul></nav>
<article>
<h1>Keepers return to the lighthouse</h1>
<p>By Jonas Ferrer</p>
<p>The lighthouse on the skerry is manned again for the first time in thirty years, after its lamp failed twice in one
stormy month and ships had to wait outside the bay.</p>
<h2>Two families on the rock</h2>
<p>Two families moved in with a goat, a piano and four hundred books. They will stay until the spring, when the works on
the lamp are to be finished and the automatic light is lit again.</p>
<blockquote><p>The light is not ours. It belongs to whoever is out there and cannot see the shore in the dark.</p></blockquote>
<p>The words stand in the first logbook of the tower, which the families found under the stairs and have begun to copy
out by hand in the long evenings.</p>
<table><tr><th>Month</th><th>Nights without light</th></tr><tr><td>September</td><td>two</td></tr><tr><td>October</td><td>five</td></tr></table>
<figure><img src="https://review.example/tower.jpg" alt="The tower"><figcaption>The tower in the evening, seen from the mainland.</figcaption></figure>
<ul><li>The lamp was built in the year of the great storm.</li><li>The horn still works by compressed air.</li></ul>
</article>
<aside><h3>Most read</h3><ul><li><a href="/a">Ten soups for cold days</a></li><li><a href="/b">Who won the regatta</a></li></ul></aside>
<footer><p>Subscribe to our newsletter. All rights reserved. Cookie settings.</p></footer>
</body>
</html>
"#;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_paper_is_one_line_of_json() {
        let papers = papers();
        let lines: Vec<serde_json::Value> =
            papers.lines().map(|line| serde_json::from_str(line).expect("a line of JSON")).collect();
        assert_eq!(lines.len(), 8);
        assert!(lines.iter().all(|line| line["text"].as_str().is_some_and(|text| text.len() > 150)));
        assert_eq!(lines[0]["text"], lines[2]["text"]);
        assert_ne!(lines[0]["text"], lines[1]["text"]);
    }
    #[test]
    fn writing_replaces_what_was_there() {
        let folder = std::env::temp_dir().join("dossier-collection");
        fs::create_dir_all(folder.join("old")).expect("a folder");
        write(&folder).expect("the documents can be written");
        let names = fs::read_dir(&folder).expect("the folder").map(|entry| entry.expect("an entry").file_name());
        assert_eq!(names.count(), documents().len());
    }
}
