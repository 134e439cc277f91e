# Die Wörter der Seite auf Deutsch. Wozu eine Meldung da ist, steht in en.ftl.

n-articles = { $n ->
    [one] { $n } Artikel
   *[other] { $n } Artikel
}
n-hits = { $n ->
    [one] { $n } Treffer
   *[other] { $n } Treffer
}
n-paragraphs = { $n ->
    [one] { $n } Absatz
   *[other] { $n } Absätze
}
n-sentences = { $n ->
    [one] { $n } Satz
   *[other] { $n } Sätze
}
n-mentions = { $n ->
    [one] { $n } Nennung
   *[other] { $n } Nennungen
}
n-quotations = { $n ->
    [one] { $n } Zitat
   *[other] { $n } Zitate
}
n-names = { $n ->
    [one] { $n } Name
   *[other] { $n } Namen
}
n-words = { $n ->
    [one] { $n } Wort
   *[other] { $n } Wörter
}
n-filters = { $n ->
    [one] { $n } Filter
   *[other] { $n } Filter
}
n-more = { $n } weitere
found = { $articles }, { $hits }

list-comma = { $before }, { $after }
list-and = { $before } und { $after }
list-or = { $before } oder { $after }
quoted = „{ $words }“

month = { $number ->
    [1] Januar
    [2] Februar
    [3] März
    [4] April
    [5] Mai
    [6] Juni
    [7] Juli
    [8] August
    [9] September
    [10] Oktober
    [11] November
   *[other] Dezember
}
month-short = { $number ->
    [1] Jan.
    [2] Feb.
    [3] März
    [4] Apr.
    [5] Mai
    [6] Juni
    [7] Juli
    [8] Aug.
    [9] Sept.
    [10] Okt.
    [11] Nov.
   *[other] Dez.
}
date-day = { $day }. { $month } { $year }
date-month = { $month } { $year }
dates-since = seit { $from }
dates-until = bis { $to }
dates-from-to = { $from } bis { $to }
dates-none = ohne Datum
date-published = veröffentlicht
date-updated = aktualisiert
date-printed = Datum auf der gespeicherten Seite
date-mentioned = im Text genannt
date-file = Datum der Datei
page = Seite { $number }

why = { $by }, zu { $percent } % sicher

kind = { $kind ->
    [person] Person
    [organization] Organisation
    [place] Ort
    [group] Gruppe
    [product] Produkt
    [event] Ereignis
    [url] Webadresse
    [email] E-Mail-Adresse
    [phone] Telefonnummer
    [money] Geldbetrag
    [handle] Benutzername
   *[hashtag] Hashtag
}
facet = { $facet ->
    [person] Personen
    [organization] Organisationen
    [place] Orte
    [group] Gruppen
    [product] Produkte
    [event] Ereignisse
    [url] Webadressen
    [email] E-Mail-Adressen
    [phone] Telefonnummern
    [money] Geldbeträge
    [handle] Benutzernamen
    [hashtag] Hashtags
    [speaker] Zitierte
    [outlet] Medium
    [language] Sprache
    [format] Art des Dokuments
   *[date] Datum
}
facet-of-value = { $facet ->
    [person] Person
    [organization] Organisation
    [place] Ort
    [group] Gruppe
    [product] Produkt
    [event] Ereignis
    [url] Webadresse
    [email] E-Mail-Adresse
    [phone] Telefonnummer
    [money] Geldbetrag
    [handle] Benutzername
    [hashtag] Hashtag
    [speaker] zitiert
    [outlet] Medium
    [language] Sprache
    [format] Art des Dokuments
   *[date] veröffentlicht
}
sort-relevance = beste zuerst
sort-newest = neueste
sort-oldest = älteste
sort-hits = meiste Treffer
sort-title = Titel
format-text = reiner Text
format-jsonl = eine Zeile JSON Lines
format-markdown = Markdown
format-html = Webseite (HTML)
format-pdf = PDF
format-docx = Word-Dokument (DOCX)
format-odt = OpenDocument-Text (ODT)
format-epub = E-Book (EPUB)
format-email = E-Mail
format-csv = eine Tabellenzeile (CSV)
language = { $tag ->
    [af] Afrikaans
    [am] Amharisch
    [ar] Arabisch
    [az] Aserbaidschanisch
    [be] Belarussisch
    [bg] Bulgarisch
    [bn] Bengalisch
    [bs] Bosnisch
    [ca] Katalanisch
    [cs] Tschechisch
    [cy] Walisisch
    [da] Dänisch
    [de] Deutsch
    [el] Griechisch
    [en] Englisch
    [eo] Esperanto
    [es] Spanisch
    [et] Estnisch
    [eu] Baskisch
    [fa] Persisch
    [fi] Finnisch
    [fr] Französisch
    [ga] Irisch
    [gu] Gujarati
    [he] Hebräisch
    [hi] Hindi
    [hr] Kroatisch
    [hu] Ungarisch
    [hy] Armenisch
    [id] Indonesisch
    [is] Isländisch
    [it] Italienisch
    [ja] Japanisch
    [jv] Javanisch
    [ka] Georgisch
    [kk] Kasachisch
    [km] Khmer
    [kn] Kannada
    [ko] Koreanisch
    [ku] Kurdisch
    [la] Latein
    [lt] Litauisch
    [lv] Lettisch
    [mk] Mazedonisch
    [ml] Malayalam
    [mr] Marathi
    [ms] Malaiisch
    [my] Birmanisch
    [nb] Norwegisch (Bokmål)
    [ne] Nepalesisch
    [nl] Niederländisch
    [no] Norwegisch
    [or] Oriya
    [pa] Punjabi
    [pl] Polnisch
    [ps] Paschtu
    [pt] Portugiesisch
    [ro] Rumänisch
    [ru] Russisch
    [si] Singhalesisch
    [sk] Slowakisch
    [sl] Slowenisch
    [sn] Shona
    [so] Somali
    [sq] Albanisch
    [sr] Serbisch
    [sv] Schwedisch
    [sw] Suaheli
    [ta] Tamil
    [te] Telugu
    [th] Thailändisch
    [tk] Turkmenisch
    [tl] Filipino
    [tr] Türkisch
    [ug] Uigurisch
    [uk] Ukrainisch
    [ur] Urdu
    [uz] Usbekisch
    [vi] Vietnamesisch
    [yi] Jiddisch
    [zh] Chinesisch
    [zu] Zulu
   *[other] { $tag }
}

query-everything = alles
query-everything-but = alles außer { $what }
query-all = alle von: { $list }
query-any = eines von: { $list }
query-then = { $before }; { $after }
query-not = nicht { $what }
query-near = { $n ->
    [1] { $before } höchstens 1 Wort entfernt von { $after }
   *[other] { $before } höchstens { $n } Wörter entfernt von { $after }
}
query-near-sentence = { $before } im selben Satz wie { $after }
query-near-paragraph = { $before } im selben Absatz wie { $after }
query-dated = mit Datum
query-dated-in = vom { $day }
query-dated-from-to = von { $from } bis { $to }
query-dated-since = von { $from } oder später
query-dated-until = von { $to } oder früher
query-matching = passend zu { $pattern }
query-tagged = mit dem Schlagwort { $word }
query-marked = mit der Markierung { $word }
query-in-headline = in der Überschrift: { $what }
query-in-text = im Text: { $what }
query-in-role = in der Rolle: { $what }
query-in-quotations = zitiert: { $what }
query-in-outlet = Medium ist { $what }
query-named = { $kind } ist { $what }
query-spelled-like = geschrieben wie { $word }
query-spelled-somewhat-like = ungefähr geschrieben wie { $word }
query-pattern = Wörter wie { $word }
query-exactly = genau { $word }

notice-unclosed-quote = das Anführungszeichen wird nicht geschlossen; die Wortfolge reicht bis zum Ende
notice-unclosed-group = die Klammer wird nicht geschlossen; sie wurde am Ende geschlossen
notice-unopened-group = diese Klammer schließt nichts; sie wurde weggelassen
notice-too-deep = Klammern und NEAR in mehr als { $n } anderen wurden weggelassen
notice-unknown-field = „{ $field }:“ ist kein Feld; es wurde als Wort gelesen. Felder sind { $fields }
notice-empty-field = nach „{ $field }:“ folgt nichts; es wurde weggelassen
notice-unclosed-regex = ein regulärer Ausdruck steht zwischen zwei Schrägstrichen; ohne den zweiten wurde er als Wörter gelesen
notice-bad-regex = kein regulärer Ausdruck ({ $why }); er wurde als Wörter gelesen
notice-too-many-regexes = eine Anfrage kann { $n } reguläre Ausdrücke haben; dieser wurde als Wörter gelesen
notice-no-date = kein Datum; Daten schreibt man 2022, 2022-09, 2022-09-30, 2017..2018 oder >=2022-09
notice-reversed-dates = der Zeitraum endet, bevor er beginnt; er wurde umgedreht
notice-dangling-near = NEAR steht zwischen zwei Dingen; es wurde weggelassen
notice-near-no-place = NEAR steht zwischen Wörtern, Wortfolgen und Namen; es wurde als AND gelesen
notice-bad-distance = ein Abstand ist eine Zahl von Wörtern, s für denselben Satz oder p für denselben Absatz
notice-distance-of-one-word = ein Abstand braucht zwei Wörter in der Wortfolge; er wurde weggelassen
notice-only-wildcards = Platzhalter brauchen Buchstaben neben sich; sie wurden weggelassen
notice-not-fuzzy = ähnliche Schreibungen gibt es zu Wörtern mit drei oder mehr Buchstaben ohne Platzhalter; gelesen, wie es dasteht
notice-too-fuzzy = bei ähnlichen Schreibungen sind höchstens zwei Buchstaben anders; als zwei gelesen
notice-too-long = eine Anfrage kann { $n } Wörter haben; der Rest wurde weggelassen

skip-to-text = Zum Text springen
skip-to-filters = Zu den Filtern springen
open-filters = { $n ->
    [0] Filter
   *[other] Filter ({ $n })
}
about-article = Über diesen Artikel
nothing-leaves = Nichts, was Sie tippen oder lesen, verlässt diese Seite.
footer-collection = Sammlung { $hash }
footer-collection-licence = Sammlung { $hash }. { $licence }
footer-language = Sprache
hits-in-article = { $n ->
    [one] { $n } Treffer in diesem Artikel
   *[other] { $n } Treffer in diesem Artikel
}
title-in-view = { $view }: { $query }
title-in-collection = { $place } - { $collection }
view-names = Namen
view-quotes = Zitate
view-connect = Verbinden
view-timeline = Zeitachse
view-notebook = Notizbuch

told-kept = Der Artikel ist im Notizbuch.
told-let-go = Der Artikel ist nicht mehr im Notizbuch.
told-sentence-with-source = Der Satz wurde mit seiner Quelle kopiert.
told-headline-with-source = Die Überschrift wurde mit ihrer Quelle kopiert.
told-link-to-sentence = Ein Link zum Satz wurde kopiert.
told-link-to-article = Ein Link zum Artikel wurde kopiert.
told-refused = Der Browser hat die Zwischenablage verweigert: Markieren Sie die Wörter im Artikel und kopieren Sie sie.

reading-unread = Noch nicht geöffnet
reading-read = Geöffnet
reading-kept = Im Notizbuch
reading-new = Neu seit Ihrem letzten Besuch

notebook-damaged = Das ist kein Notizbuch oder ein beschädigtes: { $error }. Nichts wurde geändert.
notebook-other-kind = Diese Datei ist von anderer Art ({ $kind }). Nichts wurde geändert.
brief-title = Aus „{ $collection }“
brief-search = Suche: { $title }
brief-source = { $title }, { $source }
brief-collection = Sammlung { $hash }

citation-date = Datum: { $kind }.
citation-read-at = Gelesen unter

show-more = { $n } weitere von { $all } zeigen

connect-title = Verbinden
connect-about = Welche Sätze zwei Namen zusammen nennen und über welche anderen sie verbunden sind. Beieinanderstehen ist keine Beziehung: Lesen Sie die Sätze.
connect-about-found = Welche Sätze zwei Namen zusammen nennen und über welche anderen sie verbunden sind. Beieinanderstehen ist keine Beziehung: Lesen Sie die Sätze. Nur gefundene Artikel zählen ({ $articles }).
connect-names = Welche Namen
connect-from = Von
connect-to = Zu
connect-swap = Die beiden Namen vertauschen
connect-by-way = Nur über bestimmte Namen
connect-through = Über
connect-not-through = Nicht über
connect-unknown = Ein Name in der Adresse ist nicht in dieser Sammlung; er wurde weggelassen.
connect-allow = { $name } wieder zulassen
connect-excluded = nicht { $name } ×
connect-how = Wie { $one } und { $other } verbunden sind
connect-both = { $one } und { $other }
connect-files-shared = Was beide teilen
connect-files-chains = Ketten
connect-files-links = Verbindungen
connect-in-sentence = In einem Satz ({ $n })
connect-in-paragraph = In einem Absatz, in verschiedenen Sätzen ({ $n })
connect-in-article = In einem Artikel, weiter auseinander
connect-by-others = Über andere
connect-by-others-n = Über andere ({ $chains })
connect-n-chains = { $n ->
    [one] { $n } Kette
   *[other] { $n } Ketten
}
connect-strongest-chains = die { $n } stärksten
connect-chains-about = Jede Verbindung besteht aus Sätzen, die beide nennen, mehr als der Zufall brächte. Zuerst kommt die Kette, deren schwächste Verbindung am stärksten ist. Öffnen Sie eine, um ihre Sätze zu lesen.
connect-never = { $one } und { $other } stehen in keinem Artikel zusammen.
connect-no-paragraph-only = { $one } und { $other } stehen in keinem Absatz zusammen.
connect-no-paragraph = { $one } und { $other } stehen in keinem Absatz zusammen, aber im selben Artikel ({ $articles }).
connect-paragraph-only = { $one } und { $other } stehen nie im selben Satz, aber { $times } im selben Absatz.
connect-paragraph = { $one } und { $other } stehen nie im selben Satz, aber { $times } im selben Absatz ({ $articles }).
connect-sentence-only = { $one } und { $other } stehen { $times } im selben Satz und { $paragraphs } im selben Absatz.
connect-sentence = { $one } und { $other } stehen { $times } im selben Satz ({ $articles }); { $paragraphs } im selben Absatz; Artikel, die beide nennen: { $n }.
times = { $n ->
    [1] einmal
    [2] zweimal
   *[other] { $n }-mal
}
connect-rare = Das ist deutlich mehr, als der Zufall brächte ({ $expected } davon).
connect-little = Das ist wenig mehr, als der Zufall brächte ({ $expected } davon).
connect-chance = Das ist nicht mehr, als der Zufall brächte ({ $expected } davon).
connect-retold = { $n ->
    [one] { $n } Artikel erzählt noch einmal, was ein anderer erzählt hat; das zählt einmal.
   *[other] { $n } Artikel erzählen noch einmal, was ein anderer erzählt hat; das zählt einmal.
}
connect-without = { $one } steht ohne { $other } in { $articles }.
connect-never-without = { $one } steht in keinem Artikel ohne { $other }.
connect-first = Gezählt in den ersten { $n } Artikeln, die beide nennen.
connect-no-chain = Keine Kette aus bis zu vier Verbindungen, die mehr als Zufall sind, führt vom einen zum anderen.
connect-alone = { $name } steht mit keinem anderen Namen öfter als zufällig in einem Satz.
connect-near = { $pair }: { $articles }
connect-nearest = Was am nächsten kommt: Namen, die beim einen und beim anderen stehen, in einem Artikel.
connect-links-of = Die stärksten Verbindungen von { $name }
connect-choose-second = Wählen Sie im Feld oder in der Tabelle einen zweiten Namen, um zu sehen, wie beide verbunden sind.
connect-no-links = Keine zwei Namen stehen öfter als zufällig in einem Satz.
connect-choose = Wählen Sie einen Namen, um seine stärksten Verbindungen zu sehen, oder zwei, um zu sehen, wie sie verbunden sind.
connect-links = Die stärksten Verbindungen
connect-network = Die stärksten Verbindungen als Zeichnung
connect-pairs = Paare von Namen, die stärkste Verbindung zuerst
column-names = Namen
column-same-sentence = Im selben Satz
column-same-paragraph = Im selben Absatz
column-same-article = Im selben Artikel
column-by-chance = Durch Zufall
chains = Ketten
chain-weakest = { $sentences }, die schwächste Verbindung
chain-weakest-pair = { $pair } { $note }
chain-weakest-note = die schwächste Verbindung
evidence-retold = { $n ->
    [one] { $n } anderer Artikel erzählt es noch einmal
   *[other] { $n } andere Artikel erzählen es noch einmal
}
diagram-save = Zeichnung speichern (SVG)
diagram-line = { $one } und { $other }: { $sentences }

bars-of = { $when }: { $n }
bars-undated = ohne Datum: { $articles }
bars-articles = Artikel von { $from } bis { $to }
bars-in-words = Dasselbe in Worten
brush-from = Von
brush-to = Bis
brush-field = Zeitraum, geschrieben wie 2017-03..2018
brush-wrong = Schreiben Sie Daten wie 2017, 2017-03-01 oder 2017-03..2018 und drücken Sie die Eingabetaste.

picker-placeholder = Namen eingeben
picker-clear = Leeren: { $label }
picker-names = { $label }: Namen
picker-none = Kein Name dieser Sammlung beginnt so.
picker-note = { $kind }, { $n }
picker-note-form = auch „{ $form }“, { $kind }, { $n }

results = Ergebnisse
results-partial = Ergebnisse mit einigen der Wörter
results-partial-heading = Nur mit einigen der Wörter: { $n }

names-title = Namen
names-find = Einen Namen oder eine Rolle finden
names-in-article = { $names } im Artikel
names-in = { $names }, { $articles }
names-in-found = { $names } im Gefundenen ({ $articles })
names-all = Alle Namen
names-patterns = Adressen, Nummern, Hashtags
names-kinds = Arten von Namen
names-nothing = In diesen Dokumenten wurden keine Namen gefunden.
names-nothing-of-kind = Keine Namen dieser Art.
names-nothing-typed = Kein Name beginnt so, in keinem seiner Wörter und keiner seiner Formen, und keine Rolle.
names-caption = Namen; die Links in der ersten Zeile ändern ihre Reihenfolge
column-articles = Artikel
column-paragraphs = Absätze
column-name = Name
column-kind = Art
column-mentions = Nennungen
column-said-to-be = Bezeichnet als
probably = wahrscheinlich
files-names = Namen

quotes-title = Zitate
files-quotations = Zitate
files-mentions = Erwähnungen
quotes-by-in = { $quotations } von { $speakers }, { $articles }
quotes-by = { $quotations } von { $speakers }
quotes-in = { $quotations }, { $articles }
n-named-speakers = { $n ->
    [one] { $n } Person mit Namen
   *[other] { $n } Personen mit Namen
}
quotes-asked = Gefunden für { $query } ({ $articles }). { $all }
quotes-asked-of-speaker = Von der gesuchten Person, gefunden für { $query } ({ $articles }). { $all }
quotes-all = Alle Zitate
quotes-none = In diesen Dokumenten wurden keine Zitate gefunden
quotes-none-why = Ein Zitat wird an seinen Anführungszeichen erkannt oder an einem Verb des Sagens wie „said“ oder „told“.
quotes-none-in = Im Gefundenen steht kein Zitat ({ $articles })
quotes-none-has-all = Kein Zitat hat all das
without-filters = Ohne die Filter
without-query = Ohne die Wörter im Suchfeld
without-words = Ohne „{ $words }“
without-kind = Ohne die Art „{ $kind }“
without-speakers = Ohne die beiden Zitierten
without-all = Ohne all das
offer-n = { $offer }: { $n }

timeline-title = Zeitachse
files-dates = Daten in den Texten
timeline-mentioned = Tage, von denen die Texte sprechen
timeline-mentioned-n = Tage, von denen die Texte sprechen ({ $n })
timeline-none = In diesen Texten wurde kein Datum gefunden, das sagt, welcher Tag, Monat oder welches Jahr gemeint ist.
timeline-only = Nur { $dates }. { $all }
timeline-all = Alle Daten
timeline-list = Daten in den Texten
n-dates = { $n ->
    [one] { $n } Datum
   *[other] { $n } Daten
}
timeline-about = { $dates } in den Texten ({ $articles })
timeline-about-only = { $dates } im Text
timeline-published = Artikel nach dem Tag ihrer Veröffentlichung
timeline-published-n = Veröffentlicht ({ $n })
timeline-undated = { $articles } ohne Tag der Veröffentlichung
timeline-ambiguous = { $date }, wahrscheinlich: Es lässt sich auf zwei Arten lesen

notebook-title = Notizbuch
notebook-save = In Datei speichern
notebook-load = Datei laden
notebook-gone = Es ist entfernt. { $back }
notebook-take-back = Zurückholen
notebook-empty = Noch ist nichts aufbewahrt. Markieren Sie in einem Artikel Wörter und wählen Sie „Im Notizbuch aufbewahren“, oder bewahren Sie den ganzen Artikel mit dem Stern auf (Taste s). Eine Suche bewahrt „Diese Suche aufbewahren“ über ihren Ergebnissen auf.
notebook-list = Aufbewahrt
n-entries = { $n ->
    [one] { $n } Eintrag
   *[other] { $n } Einträge
}
notebook-kept = { $entries }, nur von diesem Browser aufbewahrt. Speichern Sie alles in einer Datei: Browser vergessen.
notebook-refused = { $entries }. Dieser Browser will nichts aufbewahren: Speichern Sie alles in einer Datei, bevor Sie die Seite schließen.
notebook-unreadable = { $file } ließ sich nicht lesen. Nichts wurde geändert.
notebook-error = { $file }: { $error }
notebook-loaded = { $file }: { $entries } hinzugefügt, { $known } schon vorhanden.
notebook-loaded-other = { $file }: { $entries } hinzugefügt, { $known } schon vorhanden. Die Datei gehört zu einer anderen Sammlung, „{ $collection }“.
notebook-words-gone = Diese Wörter stehen nicht mehr im Artikel.
notebook-article-gone = Dieser Artikel ist nicht in der Sammlung.
notebook-source = { $title }, { $source }
notebook-from = { $source } · aus { $file }
notebook-note-to = Notiz zu { $name }
notebook-write = Notiz schreiben
notebook-up = Nach oben
notebook-up-name = Nach oben: { $name }
notebook-remove = Entfernen
notebook-remove-name = Entfernen: { $name }
files-notebook = Notizbuch
files-brief = Auszug

article-sentence-gone = Der Satz, zu dem dieser Link führt, steht nicht mehr im Artikel.
not-found-title = Unter dieser Adresse steht nichts
not-found-why = Der Artikel wurde vielleicht umbenannt oder aus der Sammlung genommen, seit der Link entstand.
not-found-to-start = Zum Anfang
not-found-to-results = Zu den Ergebnissen derselben Suche
load-error-title = Diese Sammlung lässt sich nicht öffnen

profile-mentions = Jede Nennung ({ $n })
profile-in-context = Nennungen im Zusammenhang
profile-first = Die ersten { $n } davon.
profile-search = Diese Artikel durchsuchen
connect-with = Verbinden mit …
profile-all-names = Alle Namen
profile-in = { $articles }
profile-unsure = Das ist wahrscheinlich ein Name: Keine Regel, die ihn gefunden hat, ist sich sicher.
profile-found-by = Zuerst gefunden durch: { $why }
profile-same = Vielleicht dasselbe
profile-forms = Geschrieben als
profile-form = { $form } { $note }
profile-form-why = { $n }; { $why }
profile-roles = Bezeichnet als
profile-roles-of-others = Rollen, die diesen Namen nennen
profile-over-time = Im Lauf der Zeit
reported-by = { $speaker }, indirekt
reported = Indirekt
all-of-them = Alle
profile-said-by = Zitiert mit ({ $n })
profile-said-about = Zitate, die den Namen nennen ({ $n })
profile-beside = Zusammen genannt mit
profile-beside-caption = Namen, die daneben stehen, und an wie vielen Stellen
profile-beside-about = Beieinanderstehen ist keine Beziehung: Lesen Sie die Sätze.
profile-beside-retold = Was mehrere Artikel erzählen, zählt einmal.
profile-beside-first = Gezählt in den ersten { $n } Artikeln, die den Namen nennen.
profile-articles = Artikel ({ $n })
order-by-article = nach Artikel

suggestions = Vorschläge
suggestions-names = Namen
suggestions-past = Frühere Suchen
suggestions-fields = Felder
suggestions-forget = Frühere Suchen vergessen
suggestion-form = auch „{ $form }“
suggestion-quoted = zitiert
field-person = ein Name in allen seinen Formen
field-org = eine Organisation unter allen ihren Namen
field-place = ein Ort unter allen seinen Namen
field-group = eine Gruppe von Menschen
field-product = ein Produkt
field-event = ein Ereignis
field-role = was jemand ist
field-says = womit jemand zitiert wird
field-source = das Medium
field-date = veröffentlicht: 2022-09, 2017..2018, >=2022
field-title = nur in der Überschrift
field-text = nicht in der Überschrift
field-is = noch nicht geöffnet; auch is:read, is:kept, is:new
field-tag = ein #wort Ihrer Notizen

said-controls = Welche Zitate
said-find = In Zitaten finden
said-kind = Art
said-kind-all = alle
said-kind-direct = direkt
said-kind-reported = indirekt
said-kind-unnamed = ungenannte Person
said-kind-not-found = niemand gefunden
said-order = Reihenfolge
said-order-newest = neueste
said-order-oldest = älteste
said-order-speaker = Person
said-order-article = Artikel
said-order-text = wie im Text
said-group = Gruppieren nach
said-group-nothing = nichts
said-group-speaker = Person
said-group-topic = Thema
said-by = Gesagt von
said-by-all = { $n ->
    [2] beiden
   *[other] allen { $n }
}
said-back = Zurück zu einer Liste
said-beside = Nebeneinander
said-speaker-n = { $name } ({ $n })
said-first = Erste Person
said-choose-first = Person wählen
said-second = Zweite Person
said-choose-second = Noch eine wählen
said-list = Zitate
said-list-of = Zitate: { $of }
said-nothing = Nichts vom Gewählten hat diese Person gesagt.
said-choose-above = Wählen Sie oben eine zweite Person.
said-topics = Themen sind die Namen in Zitaten; ein Zitat mit mehreren steht unter jedem.
said-more-names = { $n } weitere Namen von { $all } zeigen
said-more-speakers = { $n } weitere Personen von { $all } zeigen
said-described = Beschrieben, nicht benannt
said-unnamed = Ungenannte
said-unresolved = Niemand gefunden
said-no-name = Kein Name im Zitat
said-only-these = Nur diese
said-beside-another = Neben einer anderen Person

probably-name = wahrscheinlich { $name }
said-names = Nennt { $names }
speaker-unnamed = { $words } (ungenannt)
speaker-not-found-title = Niemand gefunden
speaker-not-found = niemand gefunden
said-more-words = … { $words } mehr
said-in-article = Im Artikel
said-to = { $verb } zu { $to }
said-how = { $how } · { $kind }
said-direct = direkt
said-reported = indirekt
why-no-speaker = Warum niemand gefunden wurde
why-speaker = Wie gefunden wurde, wer spricht

check-title = Eine Liste von Namen prüfen
check-about = Ein Name je Zeile; von CSV die erste Spalte. Die Liste bleibt in dieser Seite und wird mit ihr vergessen.
check-field = Zu prüfende Namen, einer je Zeile
check-go = Prüfen
check-load = Liste laden
check-unreadable = { $file } ließ sich nicht lesen.
check-found = { $n } gefunden unter genau diesen Wörtern, von { $names }.
check-found-first = { $n } gefunden unter genau diesen Wörtern, von { $names }. Nur die ersten { $max } wurden nachgeschlagen.
check-known = { $name } ({ $kind })
check-known-as = { $name } ({ $kind }) als „{ $form }“
check-perhaps = vielleicht { $name }
check-spelled = geschrieben { $spelling }?
check-none = kein solcher Name
check-caption = Namen der Liste und was die Sammlung von ihnen hat
check-given = Gegeben
check-in-collection = In der Sammlung
check-articles = Artikel mit den Wörtern
check-first = Erste Nennung
files-checked = Geprüfte Namen

concordance = Treffer im Zusammenhang
concordance-as-found = wie gefunden
concordance-as-in-text = wie im Text
concordance-order = Reihenfolge der Zeilen
concordance-before = Wörter davor
concordance-after = Wörter danach
concordance-date = Datum
concordance-article = Artikel
concordance-limit = Von { $all } Zeilen werden die ersten { $some } so geordnet und gezeigt.

card-close = Schließen
card-here = { $kind } · { $mentions } hier
card-here-in = { $kind } · { $mentions } hier, { $articles } insgesamt
card-written = Geschrieben { $forms }
card-form = „{ $form }“ ({ $n })
card-form-why = „{ $form }“ ({ $n }; { $why })
card-same = { $before }; vielleicht dasselbe wie { $name }: { $why }
card-roles = Rollen im Wortlaut
found-by = Gefunden durch: { $why }
card-all = Alles darüber
card-only = Nur das
card-exclude = Ausschließen
card-previous = Vorige Nennung
card-next = Nächste Nennung

about-same = Dieselbe Geschichte ({ $n })
about-no-names = Im Text wurden keine Namen gefunden.
about-names = Namen in diesem Artikel
about-quotations = Zitate ({ $n })
about-no-date = Es wurde kein eigenes Datum gefunden.
about-mentioned = Im Text genannt ({ $n })
about-dates = Daten
in-brackets = ({ $what })
date-is = { $date }, { $kind }
date-read-as = { $words }: { $date }
date-not-resolved = { $words }: nicht aufgelöst
date-ambiguous = { $date }, lässt sich auch anders lesen
about-outlet = Medium
about-address = Adresse
about-language = Sprache
about-read-as = Gelesen als
about-pages = Seiten
about-left-out = Weggelassen
about-file = Datei
about-sha256 = SHA-256
about-origin = Woher der Artikel kommt
n-passages = { $n ->
    [one] { $n } Stelle
   *[other] { $n } Stellen
}

same-story = Dieselbe Geschichte
related-articles = Verwandte Artikel
copy-exact = Wort für Wort dasselbe
copy-shared = { $percent } % des kürzeren stehen in beiden
copy-all-there = Dieser ganze Artikel steht im anderen.
copy-own = Was nur dieser Artikel hat:
compare = Wort für Wort vergleichen
compare-here = nur in diesem Artikel
compare-there = nur im anderen
compare-same = { $n ->
    [one] Ein Satz steht in beiden.
   *[other] { $n } Sätze stehen in beiden.
}
date-with-kind = { $date } ({ $kind })
related-names = Beide nennen { $names }.
related-words = { $n ->
    [one] Beide haben das Wort { $words }.
   *[other] Beide haben die Wörter { $words }.
}
related-names-words = { $n ->
    [one] Beide nennen { $names }; beide haben das Wort { $words }.
   *[other] Beide nennen { $names }; beide haben die Wörter { $words }.
}

article-quoted = In diesem Absatz zitiert
article-not-story = nicht Teil der Geschichte
article-left-out = { $n ->
    [one] { $n } Stelle der Seite ist hier weggelassen
   *[other] { $n } Stellen der Seite sind hier weggelassen
}
tools = Werkzeuge zum Artikel
tools-results = Ergebnisse
tools-start = Anfang
tools-article = Artikel { $at } von { $all }
tools-hit = Treffer { $at } von { $all }
tools-previous = Voriger Treffer
tools-previous-key = Voriger Treffer (N)
tools-next = Nächster Treffer
tools-next-key = Nächster Treffer (n)
tools-names = Namen
tools-keep-key = Im Notizbuch aufbewahren (s)
tools-kept = ★ Aufbewahrt
tools-keep = ☆ Aufbewahren
tools-smaller = Kleinerer Text
tools-larger = Größerer Text
headline = Überschrift
paragraph-number = Absatz { $n }

selected = Markierter Text
selected-copy = Mit Quelle kopieren
selected-keep = Im Notizbuch aufbewahren
selected-search = Danach suchen
selected-copied = Kopiert.
selected-refused = Der Browser hat die Zwischenablage verweigert. Kopieren Sie es von hier:
selected-close = Schließen
selected-kept = Die Wörter sind im Notizbuch.
citation = „{ $words }“ ({ $source })
citation-no-date = ohne Datum

why-here = Warum hier?
why-added = Wörter, die den besten Artikeln gemeinsam sind: { $words }
why-length-more = Etwa { $words } lang, im Mittel { $mean }, sodass jedes Wort etwas mehr zählt.
why-length-less = Etwa { $words } lang, im Mittel { $mean }, sodass jedes Wort etwas weniger zählt.
why-share = { $what }: { $facts }
why-in-headline = { $times } in der Überschrift
why-in-text = { $times } im Text
why-not-here = hier nicht
why-as = als { $forms }
why-in = { $n } von { $articles } haben es
percent = { $n } %

paragraph-in-page = { $page }, Absatz { $n }
paragraph-said-by = Absatz { $n }, gesagt von { $speaker }
paragraph-in-page-said-by = { $page }, Absatz { $n }, gesagt von { $speaker }
article-no-date = kein Datum der Veröffentlichung angegeben
hit-copies = { $n ->
    [one] dieselbe Geschichte in { $n } weiteren Dokument
   *[other] dieselbe Geschichte in { $n } weiteren Dokumenten
}
hit-read = ✓ gelesen
hit-new = ● neu seit Ihrem letzten Besuch
plus-more = + { $n } weitere
hit-quotes = zitiert { $names }
column-outlet = Medium
column-date = Datum
column-hits = Treffer
column-quoted = Zitierte
column-people = Genannte Personen
column-organizations = Organisationen
column-places = Orte
column-language = Sprache
column-length = Wörter
column-story = Dieselbe Geschichte
column-headline = Überschrift
table-label = Tabelle der Ergebnisse
table-caption = { $articles }, { $order }
table-caption-by-date = { $articles }, { $order } zuerst
table-caption-part = Die ersten { $n } ({ $articles }), { $order }
table-caption-part-by-date = Die ersten { $n } ({ $articles }), { $order } zuerst
table-story = in { $n } weiteren
table-columns = Spalten
table-columns-label = Spalten der Tabelle

chip = { $facet }: { $value }
chip-not = nicht { $facet }: { $value }
chip-remove = Filter entfernen
chip-or = oder
chips = Gewählte Filter
chips-clear = Alle entfernen

filters = Filter
filters-clear = Entfernen
filters-no-names = In diesen Dokumenten wurden keine Namen gefunden.
filters-none = Keine Namen in diesen Ergebnissen.
filters-show = { $found } zeigen
your-reading = Ihr Lesen
facet-chosen = { $n } gewählt
facet-find-in = In { $facet } finden
facet-find = Finden
facet-more = { $n } weitere zeigen
facet-none = Kein solcher Name hier.
facet-exclude = Ausschließen
facet-stop-excluding = Nicht mehr ausschließen
facet-not = nicht
facet-excluded = ausgeschlossen

search = Suche
search-label = Die Dokumente durchsuchen
search-placeholder = Wörter, "eine Wortfolge", person:Name, -ohne
search-clear = Suche leeren
search-button = Suchen
search-help = Hilfe: Suchsprache und Tasten

help-title = Hilfe
help-close = Hilfe schließen
help-typed = Was man eingeben kann
help-words = beide Wörter, in jeder Form: decrees, decreed
help-phrase = diese Wörter nebeneinander
help-or = das eine oder das andere, in Großbuchstaben
help-not = ohne ein Wort; NOT twitter sagt dasselbe
help-brackets = Klammern
help-wildcards = beliebige Buchstaben oder einer; das letzte getippte Wort ist von selbst ein Anfang
help-fuzzy = beinahe so geschriebene Wörter
help-near = höchstens fünf Wörter voneinander; "ban telegram"~5 sagt dasselbe
help-near-sentence = in einem Satz; NEAR/p in einem Absatz
help-date = damals veröffentlicht; auch date:2022-09 und date:>=2022
help-regex = ein regulärer Ausdruck
help-in-title = nur in der Überschrift; text: lässt sie aus
help-name = ein Name in allen seinen Formen; auch org: place: group: product: event: role:
help-says = womit jemand zitiert wird
help-source = das Medium
help-is = Artikel, die Sie nicht geöffnet haben; auch is:read, is:kept, is:new
help-tag = Artikel mit #check in Ihren Notizen
help-escape = das Zeichen selbst, nicht seine Bedeutung
help-keys = Tasten
key-search = / oder Strg K
key-arrows = Ab, Auf
key-enter = Eingabe
key-escape = Esc
help-key-search = zum Suchfeld
help-key-arrows = im Feld: durch die Vorschläge; Eingabe nimmt einen, Esc schließt die Liste
help-key-enter = behält die Suche im Verlauf
help-key-jk = nächstes, voriges Ergebnis, nächster Name oder Artikel
help-key-o = öffnet das Ergebnis
help-key-n = nächster, voriger Treffer
help-key-f = Filter
help-key-eq = Namen, Zitate in diesem Artikel
help-key-c = wie Namen verbunden sind: bei offener Karte oder Seite eines Namens dessen Verbindungen
help-key-s = bewahrt den Artikel im Notizbuch auf
help-key-y = kopiert einen Link zum Satz; den Satz mit seiner Quelle
help-key-x = zeigt oder faltet, was weggelassen wurde
help-key-escape = schließt, leert, geht zurück zu den Ergebnissen
help-key-help = diese Liste
help-single-keys = Einzelne Tasten sind Kürzel

start-only = Diese Sammlung hat einen Artikel, daher antworten Suchen mit seinen Absätzen. Um mehr hinzuzufügen, legen Sie Dateien in den Ordner seeds und bauen Sie die Seite neu.
start-summary = { $articles }{ $dated }. Im Text: { $people }, { $organizations }, { $places } und { $quotations }.
start-articles-from = { $articles }, Quelle: { $source }
start-published-on = , veröffentlicht am { $day }
start-published-from-to = , veröffentlicht von { $from } bis { $to }
start-undated = , ohne Angabe eines Datums der Veröffentlichung
n-outlets = { $n ->
    [one] { $n } Medium
   *[other] { $n } Medien
}
n-people = { $n ->
    [one] { $n } Person
   *[other] { $n } Personen
}
n-organizations = { $n ->
    [one] { $n } Organisation
   *[other] { $n } Organisationen
}
n-places = { $n ->
    [one] { $n } Ort
   *[other] { $n } Orte
}
start-new = { $n ->
    [one] { $n } neuer Artikel seit Ihrem letzten Besuch
   *[other] { $n } neue Artikel seit Ihrem letzten Besuch
}
start-all-articles = Alle Artikel ({ $articles })
start-all-names = Alle Namen
start-all-quotes = Alle Zitate
start-open-last = zuletzt geöffnet
start-forget = Das vergessen
start-continue = Weiter, wo Sie aufgehört haben
start-try = Versuchen Sie
start-the-article = Der Artikel
start-latest = Neueste Artikel
start-some = Einige Artikel
start-most-mentioned = Am häufigsten genannt
start-newest-quotes = Neueste Zitate
start-who-is-quoted = Wer zitiert wird
example-org = jede Nennung, unter jedem ihrer Namen
example-says = was gesagt wurde, Wort für Wort
example-both = beide Namen
example-without = der eine Name ohne den anderen

slip-rare = { $word } ist hier selten. Meinten Sie { $spellings }?
slip-missing = { $word } ist nicht in dieser Sammlung. Meinten Sie { $spellings }?
slip-only = Meinten Sie { $spellings }?
slip-for = Statt { $word }, meinten Sie { $spellings }?
nothing-asked = { $unit ->
    [article] Kein Artikel hat, was gesucht wurde
   *[paragraph] Kein Absatz hat, was gesucht wurde
}
nothing-all = { $unit ->
    [article] Kein Artikel hat alles davon
   *[paragraph] Kein Absatz hat alles davon
}
nothing-missing = { $n ->
    [one] { $words } ist nicht in dieser Sammlung
   *[other] { $words } sind nicht in dieser Sammlung
}
nothing-count = { $word }: { $n }
nothing-none = keiner
nothing-is = is: kennt unread (ungelesen), read (gelesen), kept (im Notizbuch) und new (neu seit Ihrem letzten Besuch).
nothing-tag = tag: findet Wörter hinter # in den Notizen Ihres Notizbuchs.
nothing-without = Ohne { $what }: { $n }
nothing-filters = die Filter

results-heading = Ergebnisse
articles-heading = Alle Artikel
keep-search = ☆ Diese Suche aufbewahren
search-is-kept = ★ Diese Suche ist aufbewahrt
search-title = { $query } ({ $filters })
files-articles = Artikel
show-as = Ergebnisse zeigen als
view-list = Liste
view-hits = Treffer im Zusammenhang
view-table = Tabelle
hits-none = Es gibt keine Treffer im Zusammenhang zu zeigen: Es wird nach keinen Wörtern gesucht, und kein Name ist gewählt, der einer sein könnte.
partial-note = { $n } nur mit einigen der Wörter: { $list }
partial-list = in der Liste
undated-note = { $n ->
    [one] { $n } Artikel ohne Datum der Veröffentlichung kommt zuletzt.
   *[other] { $n } Artikel ohne Datum der Veröffentlichung kommen zuletzt.
}
echo-nothing = Es wurde nichts eingegeben, wonach man suchen kann: Buchstaben oder Ziffern sind nötig.
echo = Gelesen als { $query }
notice-line = { $part } { $notice }. { $mend }
notice-mend = Beheben
order-of-results = Reihenfolge der Ergebnisse

views = Ansichten
view-articles = Artikel
view-notebook-n = Notizbuch ({ $n })
take-away = Mitnehmen
file-of = { $what } ({ $format })
files-citations = Zitierangaben

corrections-n = Korrekturen ({ $n })
corrections = Korrekturen
corrections-none = Namen, Zitierte, Daten und Stellen lassen sich dort berichtigen, wo sie stehen: Achten Sie auf „… berichtigen“.
corrections-kept = Nur von diesem Browser aufbewahrt und von der ersten bis zur letzten angewandt. Im Ordner der Dokumente gespeichert, gelten sie vom nächsten Bau an für alle; gibt es dort schon eine corrections.toml, setzen Sie sie hinter deren Einträge.
corrections-refused = Dieser Browser will sie nicht aufbewahren: Speichern Sie sie in einer Datei, bevor Sie die Seite schließen.
corrections-note = Was nur ein Bau neu finden kann, bleibt bis dahin, wie es war: Namen und Sätze in einer Stelle, die wieder zur Geschichte gehört, wer um einen geänderten Namen herum spricht, eine andere Überschrift, wo eine weggelassen wurde, und welche Artikel verwandt sind.
corrections-save = { $file } speichern
corrections-load = { $file } laden
corrections-undo-all = Alle rückgängig machen
corrections-loaded = { $n ->
    [one] { $file }: { $n } Korrektur.
   *[other] { $file }: { $n } Korrekturen.
}
corrections-unfit = Passt zu nichts: { $problem }.
corrections-undo = Rückgängig
corrections-undo-one = Rückgängig: { $what }
corrections-close = Schließen
correction-merge = { $names } sind eins: „{ $into }“
correction-split = „{ $name }“ meint etwas anderes: „{ $into }“
correction-rename = „{ $name }“ heißt „{ $into }“
correction-retype = „{ $name }“ ist von anderer Art: { $kind }
correction-reject = „{ $name }“ ist kein Name
correction-nobody = Niemand kann sagen, wer „{ $words }“ gesagt hat
correction-speaker = „{ $words }“ hat „{ $speaker }“ gesagt
correction-of-kind = { $what } ({ $kind })
correction-in = { $what }, in { $path }
correction-document = { $path }: { $parts }
correction-headline = Überschrift { $value }
correction-source = Medium { $value }
correction-byline = Verfasser { $value }
correction-published = Datum der Veröffentlichung { $value }
correction-language = Sprache { $value }
correction-no-headline = keine Überschrift
correction-no-source = kein Medium
correction-no-byline = kein Verfasser
correction-no-published = kein Datum der Veröffentlichung
correction-no-language = keine Sprache
correction-keep = „{ $words }“ gehört zur Geschichte
correction-remove = „{ $words }“ gehört nicht zur Geschichte
correction-no-copy = „{ $words }“ erzählt eine andere Geschichte
corrected-done = { $what }.
corrected-but = { $what } Aber: { $problem }.
corrected-taken-back = Zurückgenommen: { $what }
corrected-all-taken-back = Alle Korrekturen sind zurückgenommen
corrected-added = { $n ->
    [one] { $n } Korrektur ist hinzugefügt
   *[other] { $n } Korrekturen sind hinzugefügt
}
corrected-working = Wird in alle Ansichten übernommen …
corrected-undone = Es ist wieder wie zuvor.
correct-name = Diesen Namen berichtigen
correct-applies = Gilt für
correct-everywhere = alle Artikel
correct-here = nur diesen Artikel
correct-rename = Umbenennen
correct-is-called = Heißt
correct-join = Zusammenlegen
correct-same-as = Ist dasselbe wie
correct-change-kind = Art ändern
correct-other-kind = Ist von anderer Art
correct-split = Abtrennen
correct-form = Diese Form meint etwas anderes
correct-namely = Nämlich
correct-no-name = Das ist kein Name
correct-note = Jede Korrektur lässt sich rückgängig machen; alle stehen im Notizbuch.
correct-date = Datum berichtigen
correct-set-date = Datum setzen
correct-published = Veröffentlicht am
correct-date-note = Geschrieben 2015-03-04, 2015-03 oder 2015; leer, wenn es keines gibt.
correct-keep = Das gehört zur Geschichte
correct-remove = Gehört nicht zur Geschichte
correct-speaker = Zitierte Person berichtigen
correct-set-speaker = Person setzen
correct-speaker-is = Ein Name oder andere Wörter des Artikels
correct-nobody = Niemand kann es sagen
corrected-refused = { $problem }. Nichts wurde geändert.
