# Les mots de la page en français. À quoi sert chaque message est dit dans en.ftl.

n-articles = { $n ->
    [one] { $n } article
   *[other] { $n } articles
}
n-hits = { $n ->
    [one] { $n } occurrence
   *[other] { $n } occurrences
}
n-paragraphs = { $n ->
    [one] { $n } paragraphe
   *[other] { $n } paragraphes
}
n-sentences = { $n ->
    [one] { $n } phrase
   *[other] { $n } phrases
}
n-mentions = { $n ->
    [one] { $n } mention
   *[other] { $n } mentions
}
n-quotations = { $n ->
    [one] { $n } citation
   *[other] { $n } citations
}
n-names = { $n ->
    [one] { $n } nom
   *[other] { $n } noms
}
n-words = { $n ->
    [one] { $n } mot
   *[other] { $n } mots
}
n-filters = { $n ->
    [one] { $n } filtre
   *[other] { $n } filtres
}
n-more = { $n } de plus
found = { $articles }, { $hits }

list-comma = { $before }, { $after }
list-and = { $before } et { $after }
list-or = { $before } ou { $after }
quoted = « { $words } »

month = { $number ->
    [1] janvier
    [2] février
    [3] mars
    [4] avril
    [5] mai
    [6] juin
    [7] juillet
    [8] août
    [9] septembre
    [10] octobre
    [11] novembre
   *[other] décembre
}
month-short = { $number ->
    [1] janv.
    [2] févr.
    [3] mars
    [4] avr.
    [5] mai
    [6] juin
    [7] juil.
    [8] août
    [9] sept.
    [10] oct.
    [11] nov.
   *[other] déc.
}
date-day = { $day ->
    [1] 1er { $month } { $year }
   *[other] { $day } { $month } { $year }
}
date-month = { $month } { $year }
dates-since = depuis { $from }
dates-until = jusqu’à { $to }
dates-from-to = { $from } – { $to }
dates-none = sans date
date-published = publié
date-updated = mis à jour
date-printed = date sur la page enregistrée
date-mentioned = mentionnée dans le texte
date-file = date du fichier
page = page { $number }

why = { $by }, sûr à { $percent } %

kind = { $kind ->
    [person] personne
    [organization] organisation
    [place] lieu
    [group] groupe
    [product] produit
    [event] événement
    [url] adresse web
    [email] adresse e-mail
    [phone] numéro de téléphone
    [money] somme d’argent
    [handle] pseudonyme
   *[hashtag] mot-dièse
}
facet = { $facet ->
    [person] Personnes
    [organization] Organisations
    [place] Lieux
    [group] Groupes
    [product] Produits
    [event] Événements
    [url] Adresses web
    [email] Adresses e-mail
    [phone] Numéros de téléphone
    [money] Sommes d’argent
    [handle] Pseudonymes
    [hashtag] Mots-dièse
    [speaker] Personnes citées
    [outlet] Média
    [language] Langue
    [format] Type de document
   *[date] Date
}
facet-of-value = { $facet ->
    [person] personne
    [organization] organisation
    [place] lieu
    [group] groupe
    [product] produit
    [event] événement
    [url] adresse web
    [email] adresse e-mail
    [phone] numéro de téléphone
    [money] somme d’argent
    [handle] pseudonyme
    [hashtag] mot-dièse
    [speaker] cité
    [outlet] média
    [language] langue
    [format] type de document
   *[date] publié
}
sort-relevance = les meilleurs
sort-newest = les plus récents
sort-oldest = les plus anciens
sort-hits = le plus d’occurrences
sort-title = titre
format-text = texte brut
format-jsonl = une ligne de JSON Lines
format-markdown = Markdown
format-html = page web (HTML)
format-pdf = PDF
format-docx = document Word (DOCX)
format-odt = texte OpenDocument (ODT)
format-epub = livre numérique (EPUB)
format-email = e-mail
format-csv = une ligne d’un tableau (CSV)
language = { $tag ->
    [af] afrikaans
    [am] amharique
    [ar] arabe
    [az] azerbaïdjanais
    [be] biélorusse
    [bg] bulgare
    [bn] bengali
    [bs] bosniaque
    [ca] catalan
    [cs] tchèque
    [cy] gallois
    [da] danois
    [de] allemand
    [el] grec
    [en] anglais
    [eo] espéranto
    [es] espagnol
    [et] estonien
    [eu] basque
    [fa] persan
    [fi] finnois
    [fr] français
    [ga] irlandais
    [gu] goudjarati
    [he] hébreu
    [hi] hindi
    [hr] croate
    [hu] hongrois
    [hy] arménien
    [id] indonésien
    [is] islandais
    [it] italien
    [ja] japonais
    [jv] javanais
    [ka] géorgien
    [kk] kazakh
    [km] khmer
    [kn] kannada
    [ko] coréen
    [ku] kurde
    [la] latin
    [lt] lituanien
    [lv] letton
    [mk] macédonien
    [ml] malayalam
    [mr] marathi
    [ms] malais
    [my] birman
    [nb] norvégien bokmål
    [ne] népalais
    [nl] néerlandais
    [no] norvégien
    [or] odia
    [pa] pendjabi
    [pl] polonais
    [ps] pachto
    [pt] portugais
    [ro] roumain
    [ru] russe
    [si] cingalais
    [sk] slovaque
    [sl] slovène
    [sn] shona
    [so] somali
    [sq] albanais
    [sr] serbe
    [sv] suédois
    [sw] swahili
    [ta] tamoul
    [te] télougou
    [th] thaï
    [tk] turkmène
    [tl] filipino
    [tr] turc
    [ug] ouïghour
    [uk] ukrainien
    [ur] ourdou
    [uz] ouzbek
    [vi] vietnamien
    [yi] yiddish
    [zh] chinois
    [zu] zoulou
   *[other] { $tag }
}

query-everything = tout
query-everything-but = tout sauf { $what }
query-all = tout ceci : { $list }
query-any = un de ceux-ci : { $list }
query-then = { $before } ; { $after }
query-not = sans { $what }
query-near = { $n ->
    [1] { $before } à 1 mot au plus de { $after }
   *[other] { $before } à { $n } mots au plus de { $after }
}
query-near-sentence = { $before } dans la même phrase que { $after }
query-near-paragraph = { $before } dans le même paragraphe que { $after }
query-dated = avec une date
query-dated-in = daté de { $day }
query-dated-from-to = daté de { $from } à { $to }
query-dated-since = daté de { $from } ou après
query-dated-until = daté de { $to } ou avant
query-matching = conforme à { $pattern }
query-tagged = étiqueté { $word }
query-marked = marqué { $word }
query-in-headline = dans le titre : { $what }
query-in-text = dans le texte : { $what }
query-in-role = la fonction contient { $what }
query-in-quotations = cité : { $what }
query-in-outlet = le média est { $what }
query-named = { $kind } : { $what }
query-spelled-like = écrit comme { $word }
query-spelled-somewhat-like = écrit à peu près comme { $word }
query-pattern = des mots comme { $word }
query-exactly = exactement { $word }

notice-unclosed-quote = le guillemet n’est pas fermé ; l’expression va jusqu’à la fin
notice-unclosed-group = la parenthèse n’est pas fermée ; elle a été fermée à la fin
notice-unopened-group = cette parenthèse ne ferme rien ; elle a été laissée de côté
notice-too-deep = les parenthèses et NEAR à l’intérieur de plus de { $n } autres ont été laissés de côté
notice-unknown-field = « { $field }: » n’est pas un champ ; il a été lu comme un mot. Les champs sont { $fields }
notice-empty-field = rien ne suit « { $field }: » ; il a été laissé de côté
notice-unclosed-regex = une expression régulière se met entre deux barres obliques ; sans la seconde elle a été lue comme des mots
notice-bad-regex = ce n’est pas une expression régulière ({ $why }) ; lue comme des mots
notice-too-many-regexes = une requête peut avoir { $n } expressions régulières ; celle-ci a été lue comme des mots
notice-no-date = ce n’est pas une date ; les dates s’écrivent 2022, 2022-09, 2022-09-30, 2017..2018 ou >=2022-09
notice-reversed-dates = la période finit avant de commencer ; elle a été retournée
notice-dangling-near = NEAR se met entre deux choses ; il a été laissé de côté
notice-near-no-place = NEAR se met entre des mots, des expressions et des noms ; il a été lu comme AND
notice-bad-distance = une distance est un nombre de mots, s pour la même phrase ou p pour le même paragraphe
notice-distance-of-one-word = une distance demande deux mots dans l’expression ; elle a été laissée de côté
notice-only-wildcards = les jokers demandent des lettres à côté d’eux ; ils ont été laissés de côté
notice-not-fuzzy = les graphies voisines valent pour des mots de trois lettres ou plus, sans jokers ; lu tel quel
notice-too-fuzzy = les graphies voisines changent au plus deux lettres ; lu comme deux
notice-too-long = une requête peut avoir { $n } mots ; le reste a été laissé de côté

skip-to-text = Aller au texte
skip-to-filters = Aller aux filtres
open-filters = { $n ->
    [0] Filtres
   *[other] Filtres ({ $n })
}
about-article = À propos de cet article
nothing-leaves = Rien de ce que vous tapez ou lisez ne quitte cette page.
footer-collection = Collection { $hash }
footer-collection-licence = Collection { $hash }. { $licence }
footer-language = Langue
hits-in-article = { $n ->
    [one] { $n } occurrence dans cet article
   *[other] { $n } occurrences dans cet article
}
title-in-view = { $view } : { $query }
title-in-collection = { $place } - { $collection }
view-names = Noms
view-quotes = Citations
view-connect = Relier
view-timeline = Chronologie
view-notebook = Carnet

told-kept = L’article est dans le carnet.
told-let-go = L’article n’est plus dans le carnet.
told-sentence-with-source = La phrase a été copiée avec sa source.
told-headline-with-source = Le titre a été copié avec sa source.
told-link-to-sentence = Un lien vers la phrase a été copié.
told-link-to-article = Un lien vers l’article a été copié.
told-refused = Le navigateur a refusé le presse-papiers : sélectionnez les mots dans l’article et copiez-les.

reading-unread = Pas encore ouverts
reading-read = Ouverts
reading-kept = Dans le carnet
reading-new = Nouveaux depuis votre dernière visite

notebook-damaged = Ce n’est pas un carnet, ou il est endommagé : { $error }. Rien n’a été changé.
notebook-other-kind = Ce fichier est d’une autre sorte ({ $kind }). Rien n’a été changé.
brief-title = Extrait de « { $collection } »
brief-search = Recherche : { $title }
brief-source = { $title }, { $source }
brief-collection = Collection { $hash }

citation-date = Date : { $kind }.
citation-read-at = Lu à

show-more = Afficher { $n } de plus sur { $all }

connect-title = Relier
connect-about = Quelles phrases nomment deux noms ensemble, et par quels autres ils sont reliés. Être côte à côte n’est pas une relation : lisez les phrases.
connect-about-found = Quelles phrases nomment deux noms ensemble, et par quels autres ils sont reliés. Être côte à côte n’est pas une relation : lisez les phrases. Seul ce qui a été trouvé compte ({ $articles }).
connect-names = Quels noms
connect-from = De
connect-to = À
connect-swap = Échanger les deux noms
connect-by-way = Par certains noms seulement
connect-through = Par
connect-not-through = Pas par
connect-unknown = Un nom de l’adresse n’est pas dans cette collection ; il a été laissé de côté.
connect-allow = Permettre à nouveau { $name }
connect-excluded = sans { $name } ×
connect-how = Comment { $one } et { $other } sont reliés
connect-both = { $one } et { $other }
connect-files-shared = Ce que les deux partagent
connect-files-chains = Chaînes
connect-files-links = Liens
connect-in-sentence = Dans une phrase ({ $n })
connect-in-paragraph = Dans un paragraphe, dans des phrases différentes ({ $n })
connect-in-article = Dans un article, plus éloignés
connect-by-others = Par d’autres
connect-by-others-n = Par d’autres ({ $chains })
connect-n-chains = { $n ->
    [one] { $n } chaîne
   *[other] { $n } chaînes
}
connect-strongest-chains = les { $n } plus fortes
connect-chains-about = Chaque lien est fait de phrases qui nomment les deux, plus que le hasard n’en donnerait. La première chaîne est celle dont le lien le plus faible est le plus fort. Ouvrez-en une pour lire ses phrases.
connect-never = { $one } et { $other } ne sont ensemble dans aucun article.
connect-no-paragraph-only = { $one } et { $other } ne sont ensemble dans aucun paragraphe.
connect-no-paragraph = { $one } et { $other } ne sont ensemble dans aucun paragraphe, mais dans { $articles }.
connect-paragraph-only = { $one } et { $other } ne sont jamais dans la même phrase, mais { $times } dans le même paragraphe.
connect-paragraph = { $one } et { $other } ne sont jamais dans la même phrase, mais { $times } dans le même paragraphe, dans { $articles }.
connect-sentence-only = { $one } et { $other } sont { $times } dans la même phrase et { $paragraphs } dans le même paragraphe.
connect-sentence = { $one } et { $other } sont { $times } dans la même phrase, dans { $articles } ; { $paragraphs } dans le même paragraphe ; articles qui nomment les deux : { $n }.
times = { $n ->
    [1] une fois
   *[other] { $n } fois
}
connect-rare = C’est nettement plus que le hasard n’en donnerait ({ $expected }).
connect-little = C’est à peine plus que le hasard n’en donnerait ({ $expected }).
connect-chance = Ce n’est pas plus que le hasard n’en donnerait ({ $expected }).
connect-retold = { $n ->
    [one] { $n } article raconte à nouveau ce qu’un autre a raconté ; cela compte une fois.
   *[other] { $n } articles racontent à nouveau ce qu’un autre a raconté ; cela compte une fois.
}
connect-without = { $one } est nommé sans { $other } dans { $articles }.
connect-never-without = { $one } n’est nommé dans aucun article sans { $other }.
connect-first = Compté dans les { $n } premiers articles qui nomment les deux.
connect-no-chain = Aucune chaîne de quatre liens au plus, qui soient plus que le hasard, ne les relie.
connect-alone = { $name } n’est dans une phrase avec aucun autre nom plus souvent que par hasard.
connect-near = { $pair } : dans { $articles }
connect-nearest = Le plus proche : des noms qui sont à côté de l’un et de l’autre, dans un article.
connect-links-of = Les liens les plus forts de { $name }
connect-choose-second = Choisissez un second nom, dans le champ ou dans le tableau, pour voir comment les deux sont reliés.
connect-no-links = Aucun couple de noms n’est dans une phrase plus souvent que par hasard.
connect-choose = Choisissez un nom pour voir ses liens les plus forts, ou deux pour voir comment ils sont reliés.
connect-links = Les liens les plus forts
connect-network = Les liens les plus forts en dessin
connect-pairs = Couples de noms, le lien le plus fort d’abord
column-names = Noms
column-same-sentence = Même phrase
column-same-paragraph = Même paragraphe
column-same-article = Même article
column-by-chance = Par hasard
chains = Chaînes
chain-weakest = { $sentences }, le lien le plus faible
chain-weakest-pair = { $pair } { $note }
chain-weakest-note = le lien le plus faible
evidence-retold = { $n ->
    [one] { $n } autre article le raconte à nouveau
   *[other] { $n } autres articles le racontent à nouveau
}
diagram-save = Enregistrer le dessin (SVG)
diagram-line = { $one } et { $other } : { $sentences }

bars-of = { $when } : { $n }
bars-undated = sans date : { $articles }
bars-articles = articles de { $from } à { $to }
bars-in-words = La même chose en mots
brush-from = De
brush-to = À
brush-field = Dates, écrites comme 2017-03..2018
brush-wrong = Écrivez les dates comme 2017, 2017-03-01 ou 2017-03..2018, puis appuyez sur Entrée.

picker-placeholder = Tapez un nom
picker-clear = Effacer : { $label }
picker-names = { $label } : noms
picker-none = Aucun nom de cette collection ne commence ainsi.
picker-note = { $kind }, { $n }
picker-note-form = aussi « { $form } », { $kind }, { $n }

results = Résultats
results-partial = Résultats avec une partie des mots
results-partial-heading = Avec une partie des mots seulement : { $n }

names-title = Noms
names-find = Trouver un nom ou un rôle
names-in-article = { $names } dans l’article
names-in = { $names } dans { $articles }
names-in-found = { $names } dans ce qui a été trouvé ({ $articles })
names-all = Tous les noms
names-patterns = Adresses, numéros, mots-dièse
names-kinds = Sortes de noms
names-nothing = Aucun nom n’a été trouvé dans ces documents.
names-nothing-of-kind = Aucun nom de cette sorte.
names-nothing-typed = Aucun nom ne commence ainsi, dans aucun de ses mots ni aucune de ses formes, ni aucun rôle.
names-caption = Noms ; les liens de la première ligne changent leur ordre
column-articles = Articles
column-paragraphs = Paragraphes
column-name = Nom
column-kind = Sorte
column-mentions = Mentions
column-said-to-be = Présenté comme
probably = probablement
files-names = Noms

quotes-title = Citations
files-quotations = Citations
files-mentions = Mentions
quotes-by-in = { $quotations } de { $speakers } dans { $articles }
quotes-by = { $quotations } de { $speakers }
quotes-in = { $quotations } dans { $articles }
n-named-speakers = { $n ->
    [one] { $n } personne nommée
   *[other] { $n } personnes nommées
}
quotes-asked = Dans ce qui a été trouvé pour { $query } ({ $articles }). { $all }
quotes-asked-of-speaker = De la personne cherchée, dans ce qui a été trouvé pour { $query } ({ $articles }). { $all }
quotes-all = Toutes les citations
quotes-none = Aucune citation n’a été trouvée dans ces documents
quotes-none-why = Une citation se reconnaît à ses guillemets, ou à un verbe de parole comme « said » ou « told ».
quotes-none-in = Aucune citation dans ce qui a été trouvé ({ $articles })
quotes-none-has-all = Aucune citation n’a tout cela
without-filters = Sans les filtres
without-query = Sans les mots du champ de recherche
without-words = Sans « { $words } »
without-kind = Sans la sorte « { $kind } »
without-speakers = Sans les deux personnes
without-all = Sans tout cela
offer-n = { $offer } : { $n }

timeline-title = Chronologie
files-dates = Dates dans les textes
timeline-mentioned = Jours dont parlent les textes
timeline-mentioned-n = Jours dont parlent les textes ({ $n })
timeline-none = Aucune date n’a été trouvée dans ces textes qui dise de quel jour, mois ou année il s’agit.
timeline-only = Seulement { $dates }. { $all }
timeline-all = Toutes les dates
timeline-list = Dates dans les textes
n-dates = { $n ->
    [one] { $n } date
   *[other] { $n } dates
}
timeline-about = { $dates } dans les textes de { $articles }
timeline-about-only = { $dates } dans le texte
timeline-published = Articles par jour de publication
timeline-published-n = Publiés ({ $n })
timeline-undated = { $articles } sans jour de publication
timeline-ambiguous = { $date }, probablement : cela peut se lire de deux façons

notebook-title = Carnet
notebook-save = Enregistrer dans un fichier
notebook-load = Charger un fichier
notebook-gone = C’est retiré. { $back }
notebook-take-back = Le reprendre
notebook-empty = Rien n’est gardé pour l’instant. Dans un article, sélectionnez des mots et choisissez « Garder dans le carnet », ou gardez l’article entier avec l’étoile (touche s). Une recherche se garde par « Garder cette recherche » au-dessus de ses résultats.
notebook-list = Gardé
n-entries = { $n ->
    [one] { $n } entrée
   *[other] { $n } entrées
}
notebook-kept = { $entries } dans ce seul navigateur. Enregistrez le carnet dans un fichier : les navigateurs oublient.
notebook-refused = { $entries }. Ce navigateur refuse de garder le carnet : enregistrez-le dans un fichier avant de fermer la page.
notebook-unreadable = { $file } n’a pas pu être lu. Rien n’a été changé.
notebook-error = { $file } : { $error }
notebook-loaded = { $file } : ajout de { $entries }, déjà là : { $known }.
notebook-loaded-other = { $file } : ajout de { $entries }, déjà là : { $known }. Il vient d’une autre collection, « { $collection } ».
notebook-words-gone = Ces mots ne sont plus dans l’article.
notebook-article-gone = Cet article n’est pas dans la collection.
notebook-source = { $title }, { $source }
notebook-from = { $source } · de { $file }
notebook-note-to = Note sur { $name }
notebook-write = Écrire une note
notebook-up = Monter
notebook-up-name = Monter : { $name }
notebook-remove = Retirer
notebook-remove-name = Retirer : { $name }
files-notebook = Carnet
files-brief = Dossier

article-sentence-gone = La phrase à laquelle mène ce lien n’est plus dans l’article.
not-found-title = Il n’y a rien à cette adresse
not-found-why = L’article a pu être renommé ou retiré de la collection depuis que le lien a été fait.
not-found-to-start = Au début
not-found-to-results = Aux résultats de la même recherche
load-error-title = Cette collection ne peut pas être ouverte

profile-mentions = Toutes les mentions ({ $n })
profile-in-context = Mentions en contexte
profile-first = Les { $n } premières.
profile-search = Chercher dans ces articles
connect-with = Relier à…
profile-all-names = Tous les noms
profile-in = dans { $articles }
profile-unsure = C’est probablement un nom : aucune règle qui l’a trouvé n’en est sûre.
profile-found-by = D’abord trouvé par : { $why }
profile-same = Peut-être le même
profile-forms = Écrit
profile-form = { $form } { $note }
profile-form-why = { $n } ; { $why }
profile-roles = Présenté comme
profile-roles-of-others = Fonctions qui citent ce nom
profile-over-time = Au fil du temps
reported-by = { $speaker }, rapporté
reported = Rapporté
all-of-them = Tous
profile-said-by = Ce qu’on en cite ({ $n })
profile-said-about = Citations qui le nomment ({ $n })
profile-beside = Nommé avec
profile-beside-caption = Noms placés à côté, et en combien d’endroits
profile-beside-about = Être côte à côte n’est pas une relation : lisez les phrases.
profile-beside-retold = Une histoire que plusieurs articles racontent compte une fois.
profile-beside-first = Compté dans les { $n } premiers articles qui le nomment.
profile-articles = Articles ({ $n })
order-by-article = par article

suggestions = Suggestions
suggestions-names = Noms
suggestions-past = Recherches passées
suggestions-fields = Champs
suggestions-forget = Oublier les recherches passées
suggestion-form = aussi « { $form } »
suggestion-quoted = cité
field-person = un nom sous toutes ses formes
field-org = une organisation, sous tous ses noms
field-place = un lieu, sous tous ses noms
field-group = un groupe de gens
field-product = un produit
field-event = un événement
field-role = ce qu’est quelqu’un
field-says = ce qu’on cite de quelqu’un
field-source = le média
field-date = publié alors : 2022-09, 2017..2018, >=2022
field-title = dans le titre seulement
field-text = pas dans le titre
field-is = pas encore ouvert ; aussi is:read, is:kept, is:new
field-tag = un #mot de vos notes

said-controls = Quelles citations
said-find = Trouver dans les citations
said-kind = Sorte
said-kind-all = toutes
said-kind-direct = directes
said-kind-reported = rapportées
said-kind-unnamed = personne non nommée
said-kind-not-found = personne non trouvée
said-order = Ordre
said-order-newest = les plus récentes
said-order-oldest = les plus anciennes
said-order-speaker = personne
said-order-article = article
said-order-text = comme dans le texte
said-group = Grouper par
said-group-nothing = rien
said-group-speaker = personne
said-group-topic = sujet
said-by = Dit par
said-by-all = { $n ->
    [2] les deux
   *[other] les { $n }
}
said-back = Retour à une seule liste
said-beside = Côte à côte
said-speaker-n = { $name } ({ $n })
said-first = Première personne
said-choose-first = Choisir une personne
said-second = Seconde personne
said-choose-second = En choisir une autre
said-list = Citations
said-list-of = Citations : { $of }
said-nothing = Rien de ce qui est choisi n’a été dit par cette personne.
said-choose-above = Choisissez une seconde personne ci-dessus.
said-topics = Les sujets sont les noms dans les citations ; une citation qui en a plusieurs figure sous chacun.
said-more-names = Afficher { $n } noms de plus sur { $all }
said-more-speakers = Afficher { $n } personnes de plus sur { $all }
said-described = Personnes décrites, non nommées
said-unnamed = Personnes non nommées
said-unresolved = Personne non trouvée
said-no-name = Aucun nom dans la citation
said-only-these = Celles-ci seulement
said-beside-another = À côté d’une autre personne

probably-name = probablement { $name }
said-names = Nomme { $names }
speaker-unnamed = { $words } (non nommé)
speaker-not-found-title = Personne non trouvée
speaker-not-found = personne non trouvée
said-more-words = … encore { $words }
said-in-article = Dans l’article
said-to = { $verb } à { $to }
said-how = { $how } · { $kind }
said-direct = direct
said-reported = rapporté
why-no-speaker = Pourquoi personne n’a été trouvé
why-speaker = Comment la personne a été trouvée

check-title = Vérifier une liste de noms
check-about = Un nom par ligne ; d’un CSV, la première colonne. La liste reste dans cette page et s’oublie avec elle.
check-field = Noms à vérifier, un par ligne
check-go = Vérifier
check-load = Charger une liste
check-unreadable = { $file } n’a pas pu être lu.
check-found = { $n } sur { $names } : trouvés exactement sous ces mots.
check-found-first = { $n } sur { $names } : trouvés exactement sous ces mots. Seuls les { $max } premiers ont été cherchés.
check-known = { $name } ({ $kind })
check-known-as = { $name } ({ $kind }) comme « { $form } »
check-perhaps = peut-être { $name }
check-spelled = écrit { $spelling } ?
check-none = aucun nom de ce genre
check-caption = Noms de la liste, et ce que la collection en a
check-given = Donné
check-in-collection = Dans la collection
check-articles = Articles avec ces mots
check-first = Première mention
files-checked = Noms vérifiés

concordance = Occurrences en contexte
concordance-as-found = comme trouvées
concordance-as-in-text = comme dans le texte
concordance-order = Ordre des lignes
concordance-before = mots avant
concordance-after = mots après
concordance-date = date
concordance-article = article
concordance-limit = Sur { $all } lignes, les { $some } premières sont mises dans cet ordre et montrées.

card-close = Fermer
card-here = { $kind } · { $mentions } ici
card-here-in = { $kind } · { $mentions } ici, dans { $articles }
card-written = Écrit { $forms }
card-form = « { $form } » ({ $n })
card-form-why = « { $form } » ({ $n } ; { $why })
card-same = { $before } ; peut-être le même que { $name } : { $why }
card-roles = Fonctions telles qu’écrites
found-by = Trouvé par : { $why }
card-all = Tout à son sujet
card-only = Seulement ceci
card-exclude = Exclure
card-previous = Mention précédente
card-next = Mention suivante

about-same = Même histoire ({ $n })
about-no-names = Aucun nom n’a été trouvé dans son texte.
about-names = Noms dans cet article
about-quotations = Citations ({ $n })
about-no-date = Aucune date propre n’a été trouvée.
about-mentioned = Mentionnées dans le texte ({ $n })
about-dates = Dates
in-brackets = ({ $what })
date-is = { $date }, { $kind }
date-read-as = { $words } : { $date }
date-not-resolved = { $words } : non résolu
date-ambiguous = { $date }, peut se lire autrement
about-outlet = Média
about-address = Adresse
about-language = Langue
about-read-as = Lu comme
about-pages = Pages
about-left-out = Laissé de côté
about-file = Fichier
about-sha256 = SHA-256
about-origin = D’où il vient
n-passages = { $n ->
    [one] { $n } passage
   *[other] { $n } passages
}

same-story = Même histoire
related-articles = Articles liés
copy-exact = mot pour mot le même
copy-shared = { $percent } % du plus court est dans les deux
copy-all-there = Tout cet article se trouve dans l’autre.
copy-own = Ce que seul cet article contient :
compare = Comparer mot à mot
compare-here = seulement dans cet article
compare-there = seulement dans l’autre
compare-same = { $n ->
    [one] Une phrase est dans les deux.
   *[other] { $n } phrases sont dans les deux.
}
date-with-kind = { $date } ({ $kind })
related-names = Les deux nomment { $names }.
related-words = { $n ->
    [one] Les deux emploient le mot { $words }.
   *[other] Les deux emploient les mots { $words }.
}
related-names-words = { $n ->
    [one] Les deux nomment { $names } ; les deux emploient le mot { $words }.
   *[other] Les deux nomment { $names } ; les deux emploient les mots { $words }.
}

article-quoted = Cité dans ce paragraphe
article-not-story = hors de l’histoire
article-left-out = { $n ->
    [one] { $n } passage de la page est laissé de côté ici
   *[other] { $n } passages de la page sont laissés de côté ici
}
tools = Outils de l’article
tools-results = Résultats
tools-start = Début
tools-article = article { $at } sur { $all }
tools-hit = occurrence { $at } sur { $all }
tools-previous = Occurrence précédente
tools-previous-key = Occurrence précédente (N)
tools-next = Occurrence suivante
tools-next-key = Occurrence suivante (n)
tools-names = Noms
tools-keep-key = Garder dans le carnet (s)
tools-kept = ★ Gardé
tools-keep = ☆ Garder
tools-smaller = Texte plus petit
tools-larger = Texte plus grand
headline = titre
paragraph-number = paragraphe { $n }

selected = Texte sélectionné
selected-copy = Copier avec la source
selected-keep = Garder dans le carnet
selected-search = Chercher ceci
selected-copied = Copié.
selected-refused = Le navigateur a refusé le presse-papiers. Copiez-le d’ici :
selected-close = Fermer
selected-kept = Les mots sont dans le carnet.
citation = « { $words } » ({ $source })
citation-no-date = sans date

why-here = Pourquoi ici ?
why-added = Mots que les meilleurs articles partagent : { $words }
why-length-more = Environ { $words }, { $mean } en moyenne, si bien que chaque mot compte un peu plus.
why-length-less = Environ { $words }, { $mean } en moyenne, si bien que chaque mot compte un peu moins.
why-share = { $what } : { $facts }
why-in-headline = { $times } dans le titre
why-in-text = { $times } dans le texte
why-not-here = pas ici
why-as = comme { $forms }
why-in = dans { $n } sur { $articles }
percent = { $n } %

paragraph-in-page = { $page }, paragraphe { $n }
paragraph-said-by = paragraphe { $n }, dit par { $speaker }
paragraph-in-page-said-by = { $page }, paragraphe { $n }, dit par { $speaker }
article-no-date = aucune date de publication indiquée
hit-copies = { $n ->
    [one] même histoire dans { $n } autre document
   *[other] même histoire dans { $n } autres documents
}
hit-read = ✓ lu
hit-new = ● nouveau depuis votre dernière visite
plus-more = + { $n } de plus
hit-quotes = cite { $names }
column-outlet = Média
column-date = Date
column-hits = Occurrences
column-quoted = Personnes citées
column-people = Personnes nommées
column-organizations = Organisations
column-places = Lieux
column-language = Langue
column-length = Mots
column-story = Même histoire
column-headline = Titre
table-label = Tableau des résultats
table-caption = { $articles }, { $order }
table-caption-by-date = { $articles }, { $order } d’abord
table-caption-part = Les { $n } premiers sur { $articles }, { $order }
table-caption-part-by-date = Les { $n } premiers sur { $articles }, { $order } d’abord
table-story = dans { $n } autres
table-columns = Colonnes
table-columns-label = Colonnes du tableau

chip = { $facet } : { $value }
chip-not = sans { $facet } : { $value }
chip-remove = Retirer le filtre
chip-or = ou
chips = Filtres choisis
chips-clear = Tout retirer

filters = Filtres
filters-clear = Retirer
filters-no-names = Aucun nom n’a été trouvé dans ces documents.
filters-none = Aucun nom dans ces résultats.
filters-show = Afficher { $found }
your-reading = Votre lecture
facet-chosen = { $n } choisis
facet-find-in = Trouver dans { $facet }
facet-find = Trouver
facet-more = Afficher { $n } de plus
facet-none = Aucun nom de ce genre ici.
facet-exclude = Exclure
facet-stop-excluding = Ne plus exclure
facet-not = sans
facet-excluded = exclu

search = Recherche
search-label = Chercher dans les documents
search-placeholder = Mots, "une expression", person:nom, -sans
search-clear = Effacer la recherche
search-button = Chercher
search-help = Aide : langage de recherche et touches

help-title = Aide
help-close = Fermer l’aide
help-typed = Ce qu’on peut taper
help-words = les deux mots, sous toute forme : decrees, decreed
help-phrase = ces mots l’un à côté de l’autre
help-or = l’un ou l’autre, en majuscules
help-not = sans un mot ; NOT twitter dit la même chose
help-brackets = parenthèses
help-wildcards = n’importe quelles lettres, ou une ; le dernier mot tapé est de lui-même un début
help-fuzzy = des mots écrits presque ainsi
help-near = à cinq mots au plus l’un de l’autre ; "ban telegram"~5 dit la même chose
help-near-sentence = dans une phrase ; NEAR/p dans un paragraphe
help-date = publié alors ; aussi date:2022-09 et date:>=2022
help-regex = une expression régulière
help-in-title = dans le titre seulement ; text: l’exclut
help-name = un nom sous toutes ses formes ; aussi org: place: group: product: event: role:
help-says = ce qu’on cite de quelqu’un
help-source = le média
help-is = les articles que vous n’avez pas ouverts ; aussi is:read, is:kept, is:new
help-tag = les articles avec #check dans vos notes
help-escape = le signe lui-même, non ce qu’il veut dire
help-keys = Touches
key-search = / ou Ctrl K
key-arrows = Bas, Haut
key-enter = Entrée
key-escape = Échap
help-key-search = au champ de recherche
help-key-arrows = dans le champ : parcourt les suggestions ; Entrée en prend une, Échap ferme la liste
help-key-enter = garde la recherche dans l’historique
help-key-jk = résultat, nom ou article suivant, précédent
help-key-o = ouvre le résultat
help-key-n = occurrence suivante, précédente
help-key-f = filtres
help-key-eq = noms, citations dans cet article
help-key-c = comment des noms sont reliés : d’une carte ou d’une page de nom ouverte, ceux de ce nom
help-key-s = garde l’article dans le carnet
help-key-y = copie un lien vers la phrase ; la phrase avec sa source
help-key-x = montre ou replie ce qui a été laissé de côté
help-key-escape = ferme, efface, revient aux résultats
help-key-help = cette liste
help-single-keys = Les touches seules sont des raccourcis

start-only = Cette collection contient un seul article ; les recherches répondent donc par ses paragraphes. Pour en ajouter, mettez des fichiers dans le dossier seeds et construisez à nouveau.
start-summary = { $articles }{ $dated }. Dans le texte : { $people }, { $organizations }, { $places } et { $quotations }.
start-articles-from = { $articles } de { $source }
start-published-on = , publié le { $day }
start-published-from-to = , publiés de { $from } à { $to }
start-undated = , sans date de publication indiquée
n-outlets = { $n ->
    [one] { $n } média
   *[other] { $n } médias
}
n-people = { $n ->
    [one] { $n } personne
   *[other] { $n } personnes
}
n-organizations = { $n ->
    [one] { $n } organisation
   *[other] { $n } organisations
}
n-places = { $n ->
    [one] { $n } lieu
   *[other] { $n } lieux
}
start-new = { $n ->
    [one] { $n } nouvel article depuis votre dernière visite
   *[other] { $n } nouveaux articles depuis votre dernière visite
}
start-all-articles = Tout : { $articles }
start-all-names = Tous les noms
start-all-quotes = Toutes les citations
start-open-last = ouvert en dernier
start-forget = Oublier cela
start-continue = Reprendre où vous en étiez
start-try = Essayez
start-the-article = L’article
start-latest = Derniers articles
start-some = Quelques articles
start-most-mentioned = Les plus mentionnés
start-newest-quotes = Dernières citations
start-who-is-quoted = Qui est cité
example-org = chaque mention, sous tous ses noms
example-says = ce qui a été dit, mot pour mot
example-both = les deux noms
example-without = un nom sans l’autre

slip-rare = { $word } est rare ici. Vouliez-vous dire { $spellings } ?
slip-missing = { $word } n’est pas dans cette collection. Vouliez-vous dire { $spellings } ?
slip-only = Vouliez-vous dire { $spellings } ?
slip-for = Pour { $word }, vouliez-vous dire { $spellings } ?
nothing-asked = { $unit ->
    [article] Aucun article n’a ce qui est demandé
   *[paragraph] Aucun paragraphe n’a ce qui est demandé
}
nothing-all = { $unit ->
    [article] Aucun article n’a tout cela
   *[paragraph] Aucun paragraphe n’a tout cela
}
nothing-missing = { $n ->
    [one] { $words } n’est pas dans cette collection
   *[other] { $words } ne sont pas dans cette collection
}
nothing-count = { $word } : { $n }
nothing-none = aucun
nothing-is = is: connaît unread (non lu), read (lu), kept (dans votre carnet) et new (nouveau depuis votre dernière visite).
nothing-tag = tag: trouve les mots derrière # dans les notes de votre carnet.
nothing-without = Sans { $what } : { $n }
nothing-filters = les filtres

results-heading = Résultats
articles-heading = Tous les articles
keep-search = ☆ Garder cette recherche
search-is-kept = ★ Cette recherche est gardée
search-title = { $query } ({ $filters })
files-articles = Articles
show-as = Montrer les résultats comme
view-list = Liste
view-hits = Occurrences en contexte
view-table = Tableau
hits-none = Il n’y a pas d’occurrences à montrer en contexte : aucun mot n’est demandé, et aucun nom n’est choisi qui puisse en être une.
partial-note = { $n } avec une partie des mots seulement : { $list }
partial-list = dans la liste
undated-note = { $n ->
    [one] { $n } article sans date de publication vient en dernier.
   *[other] { $n } articles sans date de publication viennent en dernier.
}
echo-nothing = Rien à chercher n’a été tapé : il faut des lettres ou des chiffres.
echo = Lu comme { $query }
notice-line = { $part } { $notice }. { $mend }
notice-mend = Corriger
order-of-results = Ordre des résultats

views = Vues
view-articles = Articles
view-notebook-n = Carnet ({ $n })
take-away = Emporter
file-of = { $what } ({ $format })
files-citations = Références

corrections-n = Corrections ({ $n })
corrections = Corrections
corrections-none = Noms, personnes citées, dates et passages se corrigent là où ils se trouvent : cherchez « Corriger … ».
corrections-kept = Gardées par ce seul navigateur, et appliquées de la première à la dernière. Enregistrées dans le dossier des documents, elles valent pour tous dès la prochaine construction ; si un corrections.toml s’y trouve déjà, ajoutez-les à sa suite.
corrections-refused = Ce navigateur refuse de les garder : enregistrez-les dans un fichier avant de fermer la page.
corrections-note = Ce que seule une construction peut trouver à nouveau reste tel quel jusque-là : les noms et les phrases d’un passage rendu à l’histoire, qui parle autour d’un nom changé, un autre titre là où l’un est laissé de côté, et quels articles sont liés.
corrections-save = Enregistrer { $file }
corrections-load = Charger { $file }
corrections-undo-all = Tout annuler
corrections-loaded = { $n ->
    [one] { $file } : { $n } correction.
   *[other] { $file } : { $n } corrections.
}
corrections-unfit = Ne correspond à rien : { $problem }.
corrections-undo = Annuler
corrections-undo-one = Annuler : { $what }
corrections-close = Fermer
correction-merge = { $names } ne font qu’un : « { $into } »
correction-split = « { $name } » veut dire autre chose : « { $into } »
correction-rename = « { $name } » s’appelle « { $into } »
correction-retype = « { $name } » est d’une autre sorte : { $kind }
correction-reject = « { $name } » n’est pas un nom
correction-nobody = Nul ne sait qui a dit « { $words } »
correction-speaker = « { $words } » a été dit par « { $speaker } »
correction-of-kind = { $what } ({ $kind })
correction-in = { $what }, dans { $path }
correction-document = { $path } : { $parts }
correction-headline = titre { $value }
correction-source = média { $value }
correction-byline = auteur { $value }
correction-published = date de publication { $value }
correction-language = langue { $value }
correction-no-headline = sans titre
correction-no-source = sans média
correction-no-byline = sans auteur
correction-no-published = sans date de publication
correction-no-language = sans langue
correction-keep = « { $words } » fait partie de l’histoire
correction-remove = « { $words } » ne fait pas partie de l’histoire
correction-no-copy = « { $words } » raconte une autre histoire
corrected-done = { $what }.
corrected-but = { $what } Mais : { $problem }.
corrected-taken-back = Annulé : { $what }
corrected-all-taken-back = Toutes les corrections sont annulées
corrected-added = { $n ->
    [one] { $n } correction est ajoutée
   *[other] { $n } corrections sont ajoutées
}
corrected-working = Mise à jour de toutes les vues…
corrected-undone = C’est comme avant.
correct-name = Corriger ce nom
correct-applies = Vaut pour
correct-everywhere = tous les articles
correct-here = cet article seulement
correct-rename = Renommer
correct-is-called = S’appelle
correct-join = Réunir
correct-same-as = Est le même que
correct-change-kind = Changer la sorte
correct-other-kind = Est d’une autre sorte
correct-split = Séparer
correct-form = Cette forme veut dire autre chose
correct-namely = À savoir
correct-no-name = Ce n’est pas un nom
correct-note = Chaque correction peut s’annuler ; toutes figurent dans le carnet.
correct-date = Corriger la date
correct-set-date = Fixer la date
correct-published = Publié le
correct-date-note = S’écrit 2015-03-04, 2015-03 ou 2015 ; vide s’il n’y en a pas.
correct-keep = Cela fait partie de l’histoire
correct-remove = Hors de l’histoire
correct-speaker = Corriger la personne citée
correct-set-speaker = Fixer la personne
correct-speaker-is = Un nom, ou d’autres mots de l’article
correct-nobody = Nul ne peut le dire
corrected-refused = { $problem }. Rien n’a été changé.
