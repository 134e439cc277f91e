# The words of the page in English. Every other table has the same messages with the same names in them; what a
# message is for is said where it is not plain. Names and words of documents are set into messages as they are.

## Numbers of things

n-articles = { $n ->
    [one] { $n } article
   *[other] { $n } articles
}
n-hits = { $n ->
    [one] { $n } hit
   *[other] { $n } hits
}
n-paragraphs = { $n ->
    [one] { $n } paragraph
   *[other] { $n } paragraphs
}
n-sentences = { $n ->
    [one] { $n } sentence
   *[other] { $n } sentences
}
n-mentions = { $n ->
    [one] { $n } mention
   *[other] { $n } mentions
}
n-quotations = { $n ->
    [one] { $n } quotation
   *[other] { $n } quotations
}
n-names = { $n ->
    [one] { $n } name
   *[other] { $n } names
}
n-words = { $n ->
    [one] { $n } word
   *[other] { $n } words
}
n-filters = { $n ->
    [one] { $n } filter
   *[other] { $n } filters
}
# Below a list of which only the first are shown.
n-more = { $n } more
# The status line: n-articles and n-hits.
found = { $articles }, { $hits }

## Lists

list-comma = { $before }, { $after }
list-and = { $before } and { $after }
list-or = { $before } or { $after }
quoted = “{ $words }”

## Dates. A month is given by its number.

month = { $number ->
    [1] January
    [2] February
    [3] March
    [4] April
    [5] May
    [6] June
    [7] July
    [8] August
    [9] September
    [10] October
    [11] November
   *[other] December
}
month-short = { $number ->
    [1] Jan
    [2] Feb
    [3] Mar
    [4] Apr
    [5] May
    [6] Jun
    [7] Jul
    [8] Aug
    [9] Sep
    [10] Oct
    [11] Nov
   *[other] Dec
}
date-day = { $day } { $month } { $year }
date-month = { $month } { $year }
dates-since = since { $from }
dates-until = until { $to }
dates-from-to = { $from } to { $to }
dates-none = no date
# What a date says about its article; it stands before or after the date.
date-published = published
date-updated = updated
date-printed = date on the saved page
date-mentioned = mentioned in the text
date-file = date of the file
page = page { $number }

## How something was found. { $by } is a reason that the build gives, in English.

why = { $by }, { $percent } % sure

## Kinds, facets, orders

kind = { $kind ->
    [person] person
    [organization] organization
    [place] place
    [group] group
    [product] product
    [event] event
    [url] web address
    [email] e-mail address
    [phone] telephone number
    [money] amount of money
    [handle] handle
   *[hashtag] hashtag
}
# Headings of the filters.
facet = { $facet ->
    [person] People
    [organization] Organizations
    [place] Places
    [group] Groups
    [product] Products
    [event] Events
    [url] Web addresses
    [email] E-mail addresses
    [phone] Telephone numbers
    [money] Amounts of money
    [handle] Handles
    [hashtag] Hashtags
    [speaker] Speakers
    [outlet] Outlet
    [language] Language
    [format] Kind of document
   *[date] Date
}
# Before one of the values of a filter: “person: …”, “quoted: …”.
facet-of-value = { $facet ->
    [person] person
    [organization] organization
    [place] place
    [group] group
    [product] product
    [event] event
    [url] web address
    [email] e-mail address
    [phone] telephone number
    [money] amount of money
    [handle] handle
    [hashtag] hashtag
    [speaker] quoted
    [outlet] outlet
    [language] language
    [format] kind of document
   *[date] published
}
sort-relevance = best first
sort-newest = newest
sort-oldest = oldest
sort-hits = most hits
sort-title = title
format-text = plain text
format-jsonl = a line of JSON Lines
format-markdown = Markdown
format-html = web page (HTML)
format-pdf = PDF
format-docx = Word document (DOCX)
format-odt = OpenDocument text (ODT)
format-epub = electronic book (EPUB)
format-email = e-mail
format-csv = a row of a table (CSV)
language = { $tag ->
    [af] Afrikaans
    [am] Amharic
    [ar] Arabic
    [az] Azerbaijani
    [be] Belarusian
    [bg] Bulgarian
    [bn] Bengali
    [bs] Bosnian
    [ca] Catalan
    [cs] Czech
    [cy] Welsh
    [da] Danish
    [de] German
    [el] Greek
    [en] English
    [eo] Esperanto
    [es] Spanish
    [et] Estonian
    [eu] Basque
    [fa] Persian
    [fi] Finnish
    [fr] French
    [ga] Irish
    [gu] Gujarati
    [he] Hebrew
    [hi] Hindi
    [hr] Croatian
    [hu] Hungarian
    [hy] Armenian
    [id] Indonesian
    [is] Icelandic
    [it] Italian
    [ja] Japanese
    [jv] Javanese
    [ka] Georgian
    [kk] Kazakh
    [km] Khmer
    [kn] Kannada
    [ko] Korean
    [ku] Kurdish
    [la] Latin
    [lt] Lithuanian
    [lv] Latvian
    [mk] Macedonian
    [ml] Malayalam
    [mr] Marathi
    [ms] Malay
    [my] Burmese
    [nb] Norwegian
    [ne] Nepali
    [nl] Dutch
    [no] Norwegian
    [or] Odia
    [pa] Punjabi
    [pl] Polish
    [ps] Pashto
    [pt] Portuguese
    [ro] Romanian
    [ru] Russian
    [si] Sinhala
    [sk] Slovak
    [sl] Slovenian
    [sn] Shona
    [so] Somali
    [sq] Albanian
    [sr] Serbian
    [sv] Swedish
    [sw] Swahili
    [ta] Tamil
    [te] Telugu
    [th] Thai
    [tk] Turkmen
    [tl] Tagalog
    [tr] Turkish
    [ug] Uyghur
    [uk] Ukrainian
    [ur] Urdu
    [uz] Uzbek
    [vi] Vietnamese
    [yi] Yiddish
    [zh] Chinese
    [zu] Zulu
   *[other] { $tag }
}
## How a query was read. What { $what } and the like hold is in words already, and may be long.

query-everything = everything
query-everything-but = everything but { $what }
query-all = all of: { $list }
query-any = any of: { $list }
# What is wanted, then what is not.
query-then = { $before }; { $after }
query-not = not { $what }
query-near = { $n ->
    [1] { $before } within 1 word of { $after }
   *[other] { $before } within { $n } words of { $after }
}
query-near-sentence = { $before } in the same sentence as { $after }
query-near-paragraph = { $before } in the same paragraph as { $after }
# Dates are as they are typed: 2022, 2022-09, 2022-09-30.
query-dated = dated
query-dated-in = dated { $day }
query-dated-from-to = dated { $from } to { $to }
query-dated-since = dated { $from } or later
query-dated-until = dated { $to } or earlier
query-matching = matching { $pattern }
query-tagged = tagged { $word }
query-marked = marked { $word }
query-in-headline = in the headline: { $what }
query-in-text = in the text: { $what }
query-in-role = role has { $what }
query-in-quotations = quoted: { $what }
query-in-outlet = outlet is { $what }
# “person is Stalinsky”
query-named = { $kind } is { $what }
query-spelled-like = spelled like { $word }
query-spelled-somewhat-like = spelled somewhat like { $word }
query-pattern = words like { $word }
query-exactly = exactly { $word }

## What could not be read as it was written; it stands behind the part of the query that is meant. NEAR and AND, and the
## words before colons, are written so in every language.

notice-unclosed-quote = the quotation mark is not closed; the phrase runs to the end
notice-unclosed-group = the bracket is not closed; it was closed at the end
notice-unopened-group = this bracket closes nothing; it was left out
notice-too-deep = brackets and NEAR inside more than { $n } others were left out
notice-unknown-field = “{ $field }:” is not a field; it was read as a word. Fields are { $fields }
notice-empty-field = nothing follows “{ $field }:”; it was left out
notice-unclosed-regex = a regular expression stands between two slashes; without the second it was read as words
# { $why } is what a program says of it, in English.
notice-bad-regex = no regular expression ({ $why }); it was read as words
notice-too-many-regexes = a query can have { $n } regular expressions; this was read as words
notice-no-date = not a date; dates are written 2022, 2022-09, 2022-09-30, 2017..2018 or >=2022-09
notice-reversed-dates = the range ends before it begins; it was turned round
notice-dangling-near = NEAR stands between two things; it was left out
notice-near-no-place = NEAR stands between words, phrases and names; it was read as AND
notice-bad-distance = a distance is a number of words, s for the same sentence or p for the same paragraph
notice-distance-of-one-word = a distance needs two words in the phrase; it was left out
notice-only-wildcards = wildcards need letters beside them; they were left out
notice-not-fuzzy = near spellings are of words of three letters or more without wildcards; read as it stands
notice-too-fuzzy = near spellings have at most two letters changed; read as two
notice-too-long = a query can have { $n } words; the rest was left out

## The page around its views

skip-to-text = Skip to the text
skip-to-filters = Skip to the filters
# The button that opens the filters on phones.
open-filters = { $n ->
    [0] Filters
   *[other] Filters ({ $n })
}
about-article = About this article
nothing-leaves = Nothing you type or read leaves this page.
# { $hash } is a fingerprint in hexadecimal digits.
footer-collection = Collection { $hash }
footer-collection-licence = Collection { $hash }. { $licence }
footer-language = Language
# The status line while an article is open.
hits-in-article = { $n ->
    [one] { $n } hit in this article
   *[other] { $n } hits in this article
}
# The title of the window: a view and what is asked there; what is open and the collection.
title-in-view = { $view }: { $query }
title-in-collection = { $place } - { $collection }
view-names = Names
view-quotes = Quotes
view-connect = Connect
view-timeline = Timeline
view-notebook = Notebook

## What keys have done

told-kept = The article is in the notebook.
told-let-go = The article is no longer in the notebook.
told-sentence-with-source = The sentence was copied with its source.
told-headline-with-source = The headline was copied with its source.
told-link-to-sentence = A link to the sentence was copied.
told-link-to-article = A link to the article was copied.
told-refused = The browser refused the clipboard: select the words in the article and copy them.

## Your reading: what was done with articles

reading-unread = Not opened yet
reading-read = Opened
reading-kept = In the notebook
reading-new = New since your last visit

## The notebook as a file

notebook-damaged = This is no notebook, or a damaged one: { $error }. Nothing was changed.
notebook-other-kind = This file is of another kind ({ $kind }). Nothing was changed.
brief-title = From “{ $collection }”
brief-search = Search: { $title }
brief-source = { $title }, { $source }
brief-collection = Collection { $hash }

## The note of a citation

citation-date = Date: { $kind }.
citation-read-at = Read at

## Below a list of which only a part is shown

show-more = Show { $n } more of { $all }

## Connect: how two names are connected

connect-title = Connect
connect-about = Which sentences name two together, and by which others they are connected. Standing together is no relation: read the sentences.
# { $articles }: “3 articles”.
connect-about-found = Which sentences name two together, and by which others they are connected. Standing together is no relation: read the sentences. Only the { $articles } found count.
connect-names = Which names
# The fields of the two names: from one to the other.
connect-from = From
connect-to = To
connect-swap = Swap the two names
connect-by-way = By way of certain names only
connect-through = Through
connect-not-through = Not through
connect-unknown = A name in the address is not in this collection; it was left out.
connect-allow = Allow { $name } again
connect-excluded = not { $name } ×
connect-how = How { $one } and { $other } are connected
connect-both = { $one } and { $other }
connect-files-shared = What both share
connect-files-chains = Chains
connect-files-links = Links
connect-in-sentence = In one sentence ({ $n })
connect-in-paragraph = In one paragraph, in different sentences ({ $n })
connect-in-article = In one article, further apart
connect-by-others = By way of others
# { $chains }: connect-n-chains or connect-strongest-chains.
connect-by-others-n = By way of others ({ $chains })
connect-n-chains = { $n ->
    [one] { $n } chain
   *[other] { $n } chains
}
connect-strongest-chains = the { $n } strongest
connect-chains-about = Each link is sentences that name both, more than chance would bring. The chain comes first of which the weakest link is strongest. Open one to read its sentences.
# The answer in words. { $one } and { $other } are names; { $times } and { $paragraphs } are times, { $articles } n-articles.
connect-never = { $one } and { $other } are in no article together.
connect-no-paragraph-only = { $one } and { $other } are in no paragraph together.
connect-no-paragraph = { $one } and { $other } are in no paragraph together, but in { $articles }.
connect-paragraph-only = { $one } and { $other } are never in the same sentence, but in the same paragraph { $times }.
connect-paragraph = { $one } and { $other } are never in the same sentence, but in the same paragraph { $times } in { $articles }.
connect-sentence-only = { $one } and { $other } are in the same sentence { $times }; in the same paragraph { $paragraphs }.
# { $n } is the number of articles that name both.
connect-sentence = { $one } and { $other } are in the same sentence { $times } in { $articles }; in the same paragraph { $paragraphs }, in the same article in { $n }.
times = { $n ->
    [1] once
    [2] twice
   *[other] { $n } times
}
# { $expected } is how many sentences chance would bring.
connect-rare = That is clearly more than chance would bring ({ $expected } of them).
connect-little = That is little more than chance would bring ({ $expected } of them).
connect-chance = That is no more than chance would bring ({ $expected } of them).
connect-retold = { $n ->
    [one] { $n } article tells again what another told; that counts once.
   *[other] { $n } articles tell again what another told; that counts once.
}
connect-without = { $one } is named without { $other } in { $articles }.
connect-never-without = { $one } is named in no article without { $other }.
connect-first = Counted in the first { $n } articles that name both.
connect-no-chain = No chain of up to four links connects them, of links that are more than chance.
connect-alone = { $name } stands in no sentence with another name more often than by chance.
connect-near = { $pair }: in { $articles }
connect-nearest = What comes nearest: names that stand beside one and the other, in one article.
connect-links-of = The strongest links of { $name }
connect-choose-second = Choose a second name, in the field or in the table, to see how the two are connected.
connect-no-links = No two names stand in one sentence more often than by chance.
connect-choose = Choose one name to see its strongest links, or two to see how they are connected.
connect-links = The strongest links
connect-network = The strongest links as a drawing
connect-pairs = Pairs of names, the strongest link first
column-names = Names
column-same-sentence = Same sentence
column-same-paragraph = Same paragraph
column-same-article = Same article
column-by-chance = By chance
chains = Chains
# On a link of a chain.
chain-weakest = { $sentences }, the weakest link
chain-weakest-pair = { $pair } { $note }
chain-weakest-note = the weakest link
evidence-retold = { $n ->
    [one] { $n } other article tells it again
   *[other] { $n } other articles tell it again
}
diagram-save = Save the drawing (SVG)
# On a line between two names.
diagram-line = { $one } and { $other }: { $sentences }

## Bars of times

# { $n } stands for n-articles or the like.
bars-of = { $when }: { $n }
bars-undated = without a date: { $articles }
bars-articles = articles from { $from } to { $to }
bars-in-words = The same in words
brush-from = From
brush-to = To
# 2017-03..2018 is written so in every language.
brush-field = Dates, written as 2017-03..2018
brush-wrong = Write dates as 2017, 2017-03-01 or 2017-03..2018, then press Enter.

## Fields in which a name is chosen; { $label } is what the name is for

picker-placeholder = Type a name
picker-clear = Clear: { $label }
picker-names = { $label }: names
picker-none = No name in this collection begins like this.
# { $kind }: “person”; { $n }: “3 articles”.
picker-note = { $kind }, { $n }
picker-note-form = also “{ $form }”, { $kind }, { $n }

## Results

results = Results
results-partial = Results with some of the words
results-partial-heading = With some of the words only: { $n }

## Names

names-title = Names
names-find = Find a name or role
# { $names }: “3 names”; { $articles }: “2 articles” or “2 paragraphs”.
names-in-article = { $names } in the article
names-in = { $names } in { $articles }
names-in-found = { $names } in the { $articles } found
names-all = All names
names-patterns = Addresses, numbers, tags
names-kinds = Kinds of names
names-nothing = No names were found in these documents.
names-nothing-of-kind = No names of this kind.
names-nothing-typed = No name begins like this, in any of its words or forms, and no role.
names-caption = Names; the links in the first row change their order
column-articles = Articles
column-paragraphs = Paragraphs
column-name = Name
column-kind = Kind
column-mentions = Mentions
column-said-to-be = Said to be
# Behind a name that may be none.
probably = probably
files-names = Names

## Quotations

quotes-title = Quotations
files-quotations = Quotations
files-mentions = Mentions
# { $quotations }, { $speakers }, { $articles } are counts in words.
quotes-by-in = { $quotations } by { $speakers } in { $articles }
quotes-by = { $quotations } by { $speakers }
quotes-in = { $quotations } in { $articles }
n-named-speakers = { $n ->
    [one] { $n } named speaker
   *[other] { $n } named speakers
}
# { $query } is what is asked, { $all } the link “All quotations”.
quotes-asked = In the { $articles } found for { $query }. { $all }
quotes-asked-of-speaker = Of the speaker asked for, in the { $articles } found for { $query }. { $all }
quotes-all = All quotations
quotes-none = No quotations were found in these documents
quotes-none-why = A quotation is found by its quotation marks, or by a verb of saying such as “said” or “told”.
quotes-none-in = No quotation stands in the { $articles } found
quotes-none-has-all = No quotation has all of this
without-filters = Without the filters
without-query = Without the words in the search box
without-words = Without “{ $words }”
without-kind = Without the kind “{ $kind }”
without-speakers = Without the two speakers
without-all = Without all of these
# What there is without something: “Without the filters: 3 quotations”.
offer-n = { $offer }: { $n }

## Timeline

timeline-title = Timeline
files-dates = Dates in the texts
timeline-mentioned = Days that the texts speak of
timeline-mentioned-n = Days that the texts speak of ({ $n })
timeline-none = No date was found in these texts that says which day, month or year is meant.
# { $dates }: a day or a stretch of time; { $all } the link “All dates”.
timeline-only = Only { $dates }. { $all }
timeline-all = All dates
timeline-list = Dates in the texts
n-dates = { $n ->
    [one] { $n } date
   *[other] { $n } dates
}
timeline-about = { $dates } in the texts of { $articles }
timeline-about-only = { $dates } in the text
timeline-published = Articles by day of publication
timeline-published-n = Published ({ $n })
timeline-undated = { $articles } without a day of publication
timeline-ambiguous = { $date }, probably: it can be read in two ways

## Notebook

notebook-title = Notebook
notebook-save = Save to file
notebook-load = Load file
# { $back } is the button “Take it back”.
notebook-gone = It is gone. { $back }
notebook-take-back = Take it back
notebook-empty = Nothing is kept yet. In an article, select words and choose “Keep in the notebook”, or keep the whole article with the star (key s). A search is kept by “Keep this search” above its results.
notebook-list = Kept
n-entries = { $n ->
    [one] { $n } entry
   *[other] { $n } entries
}
notebook-kept = { $entries }, kept by this browser alone. Save them to a file: browsers forget.
notebook-refused = { $entries }. This browser refuses to keep them: save them to a file before you close the page.
notebook-unreadable = { $file } could not be read. Nothing was changed.
notebook-error = { $file }: { $error }
notebook-loaded = { $file }: { $entries } added, { $known } there already.
notebook-loaded-other = { $file }: { $entries } added, { $known } there already. It is of another collection, “{ $collection }”.
notebook-words-gone = These words are no longer in the article.
notebook-article-gone = This article is not in the collection.
# What is kept, its outlet and date, and the file it came from.
notebook-source = { $title }, { $source }
notebook-from = { $source } · from { $file }
notebook-note-to = Note to { $name }
notebook-write = Write a note
notebook-up = Move up
notebook-up-name = Move up: { $name }
notebook-remove = Remove
notebook-remove-name = Remove: { $name }
files-notebook = Notebook
files-brief = Brief

## Articles, addresses, failures

article-sentence-gone = The sentence that this link leads to is no longer in the article.
not-found-title = Nothing stands at this address
not-found-why = The article may have been renamed or taken out of the collection since the link was made.
not-found-to-start = To the start
not-found-to-results = To the results of the same search
load-error-title = This collection cannot be opened

## The profile of a name

profile-mentions = Every mention ({ $n })
profile-in-context = Mentions in context
profile-first = The first { $n } of them.
profile-search = Search these articles
connect-with = Connect with…
profile-all-names = All names
# { $facts } are set side by side: kind, mentions, articles.
profile-in = in { $articles }
profile-unsure = This is probably a name: no rule that found it is sure of it.
profile-found-by = First found by: { $why }
profile-same = Perhaps the same
profile-forms = Written as
# A form of a name is followed by how often it stands there, and why it belongs to the name.
profile-form = { $form } { $note }
profile-form-why = { $n }; { $why }
profile-roles = Said to be
# Heads a list of people with their roles, such as “director of …”, in which the name of this page stands.
profile-roles-of-others = Roles that name it
profile-over-time = Over time
# { $speaker } is in words.
reported-by = { $speaker }, reported
reported = Reported
all-of-them = All of them
profile-said-by = What it is quoted with ({ $n })
profile-said-about = Quotations that name it ({ $n })
profile-beside = Named together with
profile-beside-caption = Names that stand beside it, and in how many places
profile-beside-about = Standing together is no relation: read the sentences.
profile-beside-retold = A story that several articles tell counts once.
profile-beside-first = Counted in the first { $n } articles that name it.
profile-articles = Articles ({ $n })
order-by-article = by article

## What the search box offers

suggestions = Suggestions
suggestions-names = Names
suggestions-past = Past searches
suggestions-fields = Fields
suggestions-forget = Forget past searches
# A form of a name, its kind, and in how many articles it is: “also “Rain”, person, 3 articles”; each only where it is there.
suggestion-form = also “{ $form }”
suggestion-quoted = quoted
field-person = a name under all its forms
field-org = an organization, under all its names
field-place = a place, under all its names
field-group = a group of people
field-product = a product
field-event = an event
field-role = what somebody is
field-says = what somebody is quoted with
field-source = the outlet
field-date = published then: 2022-09, 2017..2018, >=2022
field-title = in the headline only
field-text = not in the headline
field-is = not opened yet; also is:read, is:kept, is:new
field-tag = a #word of your notes

## Which quotations are shown

said-controls = Which quotations
said-find = Find in quotations
said-kind = Kind
said-kind-all = all
said-kind-direct = direct
said-kind-reported = reported
said-kind-unnamed = unnamed speaker
said-kind-not-found = speaker not found
said-order = Order
said-order-newest = newest
said-order-oldest = oldest
said-order-speaker = speaker
said-order-article = article
said-order-text = as in the text
said-group = Group by
said-group-nothing = nothing
said-group-speaker = speaker
said-group-topic = topic
said-by = Said by
# Of two speakers, and of more.
said-by-all = { $n ->
    [2] both
   *[other] all { $n } of them
}
said-back = Back to one list
said-beside = Side by side
said-speaker-n = { $name } ({ $n })
said-first = First speaker
said-choose-first = Choose a speaker
said-second = Second speaker
said-choose-second = Choose another
said-list = Quotations
said-list-of = Quotations: { $of }
said-nothing = Nothing of what is chosen was said by this speaker.
said-choose-above = Choose a second speaker above.
said-topics = Topics are the names in quotations; one with several stands under each.
said-more-names = Show { $n } more names of { $all }
said-more-speakers = Show { $n } more speakers of { $all }
said-described = Speakers described, not named
said-unnamed = Unnamed speakers
said-unresolved = Speaker not found
said-no-name = No name in the quotation
said-only-these = Only these
said-beside-another = Beside another speaker

## One quotation

# What stands before a name that is not sure.
probably-name = probably { $name }
said-names = Names { $names }
speaker-unnamed = { $words } (unnamed)
speaker-not-found-title = Speaker not found
speaker-not-found = speaker not found
said-more-words = … { $words } more
said-in-article = In the article
# { $verb } and { $to } are words of the document: “told · reported”, “told to the inquiry”. { $verb } may be empty.
said-to = { $verb } to { $to }
said-how = { $how } · { $kind }
said-direct = direct
said-reported = reported
why-no-speaker = Why no speaker was found
why-speaker = How the speaker was found

## A list of names that is checked

check-title = Check a list of names
check-about = One name a line; of CSV the first column. It stays in this page and is forgotten with it.
check-field = Names to check, one a line
check-go = Check
check-load = Load a list
check-unreadable = { $file } could not be read.
check-found = { $n } of { $names } found under just these words.
check-found-first = { $n } of { $names } found under just these words. Only the first { $max } were looked up.
# A name of the collection, its kind, and the form that is given: “Ann Rain (person) as “A. Rain””.
check-known = { $name } ({ $kind })
check-known-as = { $name } ({ $kind }) as “{ $form }”
check-perhaps = perhaps { $name }
check-spelled = spelled { $spelling }?
check-none = no such name
check-caption = Names of the list, and what the collection has of them
check-given = Given
check-in-collection = In the collection
check-articles = Articles with the words
check-first = First mention
files-checked = Checked names

## Hits in context

concordance = Hits in context
concordance-as-found = as found
concordance-as-in-text = as in the text
concordance-order = Order of lines
concordance-before = words before
concordance-after = words after
concordance-date = date
concordance-article = article
concordance-limit = Of { $all } lines, the first { $some } are put in this order and shown.

## The card of a name

card-close = Close
# { $kind }: “person”; { $mentions }: “3 mentions”.
card-here = { $kind } · { $mentions } here
card-here-in = { $kind } · { $mentions } here, in { $articles }
# { $forms } is a list of card-form.
card-written = Written { $forms }
card-form = “{ $form }” ({ $n })
card-form-why = “{ $form }” ({ $n }; { $why })
card-same = { $before }; perhaps the same as { $name }: { $why }
card-roles = Roles as worded
found-by = Found by: { $why }
card-all = All about it
card-only = Only this
card-exclude = Exclude
card-previous = Previous mention
card-next = Next mention

## Beside an article

about-same = Same story ({ $n })
about-no-names = No names were found in its text.
about-names = Names in this article
about-quotations = Quotations ({ $n })
about-no-date = No date of its own was found.
about-mentioned = Mentioned in the text ({ $n })
about-dates = Dates
# How something was found, behind it.
in-brackets = ({ $what })
# A date, or the words of the text for it, and what it is.
date-is = { $date }, { $kind }
date-read-as = { $words }: { $date }
date-not-resolved = { $words }: not resolved
date-ambiguous = { $date }, could be read in another way
about-outlet = Outlet
about-address = Address
about-language = Language
about-read-as = Read as
about-pages = Pages
about-left-out = Left out
about-file = File
about-sha256 = SHA-256
about-origin = Where it comes from
n-passages = { $n ->
    [one] { $n } passage
   *[other] { $n } passages
}

## After an article

same-story = Same story
related-articles = Related articles
copy-exact = word for word the same
copy-shared = { $percent } % of the shorter one is in both
copy-all-there = All of this article stands in the other one.
copy-own = What only this article has:
compare = Compare word by word
compare-here = only in this article
compare-there = only in the other one
compare-same = { $n ->
    [one] One sentence is in both.
   *[other] { $n } sentences are in both.
}
date-with-kind = { $date } ({ $kind })
related-names = Both name { $names }.
related-words = { $n ->
    [one] Both use the word { $words }.
   *[other] Both use the words { $words }.
}
related-names-words = { $n ->
    [one] Both name { $names }; both use the word { $words }.
   *[other] Both name { $names }; both use the words { $words }.
}

## In an article

article-quoted = Quoted in this paragraph
article-not-story = not part of the story
article-left-out = { $n ->
    [one] { $n } passage of the page is left out here
   *[other] { $n } passages of the page are left out here
}
tools = Article tools
tools-results = Results
tools-start = Start
tools-article = article { $at } of { $all }
tools-hit = hit { $at } of { $all }
tools-previous = Previous hit
tools-previous-key = Previous hit (N)
tools-next = Next hit
tools-next-key = Next hit (n)
tools-names = Names
tools-keep-key = Keep in the notebook (s)
tools-kept = ★ Kept
tools-keep = ☆ Keep
tools-smaller = Smaller text
tools-larger = Larger text
headline = headline
paragraph-number = paragraph { $n }

## What is selected in an article

selected = Selected text
selected-copy = Copy with source
selected-keep = Keep in the notebook
selected-search = Search for this
selected-copied = Copied.
selected-refused = The browser refused the clipboard. Copy it from here:
selected-close = Close
selected-kept = The words are in the notebook.
# What is copied, with an address behind it: { $source } is a list of headline, outlet and date.
citation = “{ $words }” ({ $source })
citation-no-date = no date given

## Why an article stands where it does

why-here = Why here?
why-added = Words that the best articles share: { $words }
why-length-more = About { $words } long, { $mean } on average, so that each word counts a little more.
why-length-less = About { $words } long, { $mean } on average, so that each word counts a little less.
# { $what } is what was asked; { $facts } a list of the four below.
why-share = { $what }: { $facts }
why-in-headline = { $times } in the headline
why-in-text = { $times } in the text
why-not-here = not here
why-as = as { $forms }
why-in = in { $n } of { $articles }
percent = { $n } %

## Results: cards, lines, table

paragraph-in-page = { $page }, paragraph { $n }
paragraph-said-by = paragraph { $n }, said by { $speaker }
paragraph-in-page-said-by = { $page }, paragraph { $n }, said by { $speaker }
article-no-date = no publication date given
hit-copies = { $n ->
    [one] same story in { $n } more document
   *[other] same story in { $n } more documents
}
hit-read = ✓ read
hit-new = ● new since your last visit
# Behind a sentence with some of the hits, and behind the first of some names.
plus-more = + { $n } more
hit-quotes = quotes { $names }
column-outlet = Outlet
column-date = Date
column-hits = Hits
column-quoted = People quoted
column-people = People named
column-organizations = Organizations
column-places = Places
column-language = Language
column-length = Words
column-story = Same story
column-headline = Headline
table-label = Table of results
# { $articles }: “3 articles”; { $order } is one of the orders.
table-caption = { $articles }, { $order }
table-caption-by-date = { $articles }, { $order } first
table-caption-part = The first { $n } of { $articles }, { $order }
table-caption-part-by-date = The first { $n } of { $articles }, { $order } first
table-story = in { $n } more
table-columns = Columns
table-columns-label = Columns of the table

## Chosen filters

chip = { $facet }: { $value }
chip-not = not { $facet }: { $value }
chip-remove = Remove filter
chip-or = or
chips = Chosen filters
chips-clear = Clear all

## The filters

filters = Filters
filters-clear = Clear
filters-no-names = No names were found in these documents.
filters-none = No names in these results.
# The button at the foot of the filters on phones: “Show 3 articles”.
filters-show = Show { $found }
your-reading = Your reading
facet-chosen = { $n } chosen
facet-find-in = Find in { $facet }
facet-find = Find
facet-more = Show { $n } more
facet-none = No such name here.
facet-exclude = Exclude
facet-stop-excluding = Stop excluding
# On a button beside a value; what follows is read by screen readers alone.
facet-not = not
facet-excluded = excluded

## The search box

search = Search
search-label = Search the documents
search-placeholder = Words, "a phrase", person:name, -without
search-clear = Clear the search
search-button = Search
search-help = Help: query language and keys

## Help. The examples on its left side are the same in every language.

help-title = Help
help-close = Close help
help-typed = What can be typed
help-words = both words, in any form: decrees, decreed
help-phrase = these words next to each other
help-or = one or the other, in capitals
help-not = without a word; NOT twitter says the same
help-brackets = brackets
help-wildcards = any letters, or one; the last word you type is a beginning by itself
help-fuzzy = words spelled nearly so
help-near = within five words of each other; "ban telegram"~5 says the same
help-near-sentence = in one sentence; NEAR/p in one paragraph
help-date = published then; also date:2022-09 and date:>=2022
help-regex = a regular expression
help-in-title = in the headline only; text: leaves it out
help-name = a name under all its forms; also org: place: group: product: event: role:
help-says = what somebody is quoted with
help-source = the outlet
help-is = articles that you did not open; also is:read, is:kept, is:new
help-tag = articles with #check in your notes
help-escape = the sign itself, not what it means
help-keys = Keys
key-search = / or Ctrl K
key-arrows = Down, Up
key-enter = Enter
key-escape = Esc
help-key-search = to the search box
help-key-arrows = in the box: through what is offered; Enter takes it, Esc closes the list
help-key-enter = keeps the search in the history
help-key-jk = next, previous result, name or article
help-key-o = opens the result
help-key-n = next, previous hit
help-key-f = filters
help-key-eq = names, quotations in this article
help-key-c = how names are connected: of an open card or profile, those of that name
help-key-s = keeps the article in the notebook
help-key-y = copies a link to the sentence; the sentence with its source
help-key-x = shows or folds what was left out
help-key-escape = closes, clears, goes back to the results
help-key-help = this list
help-single-keys = Single keys are shortcuts

## The start page

start-only = This collection holds one article, so searches answer with its paragraphs. To add more, put files into the seeds folder and build again.
# { $articles } is start-articles; { $dated } is start-dated and so on; the others are counts in words.
start-summary = { $articles }{ $dated }. In the text: { $people }, { $organizations }, { $places } and { $quotations }.
start-articles-from = { $articles } from { $source }
start-published-on = , published { $day }
start-published-from-to = , published from { $from } to { $to }
start-undated = , with no publication date given
n-outlets = { $n ->
    [one] { $n } outlet
   *[other] { $n } outlets
}
n-people = { $n ->
    [one] { $n } person
   *[other] { $n } people
}
n-organizations = { $n ->
    [one] { $n } organization
   *[other] { $n } organizations
}
n-places = { $n ->
    [one] { $n } place
   *[other] { $n } places
}
start-new = { $n ->
    [one] { $n } new article since your last visit
   *[other] { $n } new articles since your last visit
}
start-all-articles = All { $articles }
start-all-names = All names
start-all-quotes = All quotes
start-open-last = open last
start-forget = Forget this
start-continue = Continue where you stopped
start-try = Try
start-the-article = The article
start-latest = Latest articles
start-some = Some articles
start-most-mentioned = Most mentioned
start-newest-quotes = Newest quotes
start-who-is-quoted = Who is quoted
example-org = every mention, under any of its names
example-says = what was said, word for word
example-both = both names
example-without = one name without another

## Little or nothing was found

slip-rare = { $word } is rare here. Did you mean { $spellings }?
slip-missing = { $word } is not in this collection. Did you mean { $spellings }?
slip-only = Did you mean { $spellings }?
slip-for = For { $word }, did you mean { $spellings }?
# { $unit } is article or paragraph.
nothing-asked = { $unit ->
    [article] No article has what was asked
   *[paragraph] No paragraph has what was asked
}
nothing-all = { $unit ->
    [article] No article has all of it
   *[paragraph] No paragraph has all of it
}
nothing-missing = { $n ->
    [one] { $words } is not in this collection
   *[other] { $words } are not in this collection
}
# A word that was asked for, and how many articles have it.
nothing-count = { $word }: { $n }
nothing-none = none
nothing-is = is: knows unread, read, kept (in your notebook) and new (since your last visit).
nothing-tag = tag: finds words behind # in the notes of your notebook.
# { $n }: “3 articles”.
nothing-without = Without { $what }: { $n }
nothing-filters = the filters

## The search view

results-heading = Results
articles-heading = All articles
keep-search = ☆ Keep this search
search-is-kept = ★ This search is kept
# A kept search, with how many filters it has.
search-title = { $query } ({ $filters })
files-articles = Articles
show-as = Show results as
view-list = List
view-hits = Hits in context
view-table = Table
hits-none = There are no hits to show in context: no words are asked for, and no name is chosen that could be one.
# { $list } is the link “in the list”.
partial-note = { $n } with some of the words only: { $list }
partial-list = in the list
undated-note = { $n ->
    [one] { $n } article without a publication date comes last.
   *[other] { $n } articles without a publication date come last.
}
echo-nothing = Nothing to search for was typed: letters or digits are needed.
echo = Read as { $query }
# A part of the query, what is said of it, and the link that mends it.
notice-line = { $part } { $notice }. { $mend }
notice-mend = Mend it
order-of-results = Order of results

## Views, files

views = Views
view-articles = Articles
view-notebook-n = Notebook ({ $n })
take-away = Take away
# What is in a file, and its format: “Articles (CSV)”.
file-of = { $what } ({ $format })
files-citations = Citations

## Corrections: what a reader sets right. Names and words are those of documents.

# Above a list of what was done; each can be taken back.
corrections-n = Corrections ({ $n })
corrections = Corrections
corrections-none = Names, speakers, dates and passages can be set right where they stand: look for “Correct …” there.
corrections-kept = Kept by this browser alone, and applied from the first to the last. Saved into the folder of the documents, they hold for everybody from the next build on; if a corrections.toml is there already, put them behind what it says.
corrections-refused = This browser refuses to keep them: save them to a file before you close the page.
corrections-note = What only a build can find anew is as it was until then: names and sentences inside of a passage that belongs to the story again, who speaks around a changed name, another headline where one was left out, and which articles are related.
corrections-save = Save { $file }
corrections-load = Load { $file }
corrections-undo-all = Undo all
corrections-loaded = { $n ->
    [one] { $file }: { $n } correction.
   *[other] { $file }: { $n } corrections.
}
# { $problem } is what the build would report, in English.
corrections-unfit = It fits nothing: { $problem }.
corrections-undo = Undo
corrections-undo-one = Undo: { $what }
corrections-close = Close
# What a correction says.
correction-merge = { $names } are one: “{ $into }”
correction-split = “{ $name }” means something else: “{ $into }”
correction-rename = “{ $name }” is called “{ $into }”
correction-retype = “{ $name }” is of another kind: { $kind }
correction-reject = “{ $name }” is no name
correction-nobody = Nobody can tell who said “{ $words }”
correction-speaker = “{ $words }” was said by “{ $speaker }”
correction-of-kind = { $what } ({ $kind })
correction-in = { $what }, in { $path }
# { $path } is a document, { $parts } a list of the following.
correction-document = { $path }: { $parts }
correction-headline = headline { $value }
correction-source = outlet { $value }
correction-byline = writer { $value }
correction-published = date of publication { $value }
correction-language = language { $value }
correction-no-headline = no headline
correction-no-source = no outlet
correction-no-byline = no writer
correction-no-published = no date of publication
correction-no-language = no language
correction-keep = “{ $words }” belongs to the story
correction-remove = “{ $words }” is not part of the story
correction-no-copy = “{ $words }” tells another story
# What is told once something was done.
corrected-done = { $what }.
corrected-but = { $what } But { $problem }.
corrected-taken-back = Taken back: { $what }
corrected-all-taken-back = All corrections are taken back
corrected-added = { $n ->
    [one] { $n } correction is added
   *[other] { $n } corrections are added
}
corrected-working = Putting it into all views…
corrected-undone = It is as it was before.
correct-name = Correct this name
correct-applies = Applies to
correct-everywhere = all articles
correct-here = this article alone
correct-rename = Rename
correct-is-called = Is called
correct-join = Join
correct-same-as = Is the same as
correct-change-kind = Change kind
correct-other-kind = Has another kind
correct-split = Split off
correct-form = This form means something else
correct-namely = Namely
correct-no-name = It is not a name
correct-note = Each correction can be undone; all are listed in the notebook.
correct-date = Correct the date
correct-set-date = Set the date
correct-published = Published on
correct-date-note = Written 2015-03-04, 2015-03 or 2015; empty if there is none.
correct-keep = This belongs to the story
correct-remove = Not part of the story
correct-speaker = Correct the speaker
correct-set-speaker = Set the speaker
correct-speaker-is = A name, or other words of the article
correct-nobody = Nobody can tell
corrected-refused = { $problem }. Nothing was changed.
