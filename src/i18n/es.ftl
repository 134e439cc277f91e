# Las palabras de la página en español. Para qué sirve cada mensaje se dice en en.ftl.

n-articles = { $n ->
    [one] { $n } artículo
   *[other] { $n } artículos
}
n-hits = { $n ->
    [one] { $n } coincidencia
   *[other] { $n } coincidencias
}
n-paragraphs = { $n ->
    [one] { $n } párrafo
   *[other] { $n } párrafos
}
n-sentences = { $n ->
    [one] { $n } frase
   *[other] { $n } frases
}
n-mentions = { $n ->
    [one] { $n } mención
   *[other] { $n } menciones
}
n-quotations = { $n ->
    [one] { $n } cita
   *[other] { $n } citas
}
n-names = { $n ->
    [one] { $n } nombre
   *[other] { $n } nombres
}
n-words = { $n ->
    [one] { $n } palabra
   *[other] { $n } palabras
}
n-filters = { $n ->
    [one] { $n } filtro
   *[other] { $n } filtros
}
n-more = { $n } más
found = { $articles }, { $hits }

list-comma = { $before }, { $after }
list-and = { $before } y { $after }
list-or = { $before } o { $after }
quoted = «{ $words }»

month = { $number ->
    [1] enero
    [2] febrero
    [3] marzo
    [4] abril
    [5] mayo
    [6] junio
    [7] julio
    [8] agosto
    [9] septiembre
    [10] octubre
    [11] noviembre
   *[other] diciembre
}
month-short = { $number ->
    [1] ene
    [2] feb
    [3] mar
    [4] abr
    [5] may
    [6] jun
    [7] jul
    [8] ago
    [9] sept
    [10] oct
    [11] nov
   *[other] dic
}
date-day = { $day } de { $month } de { $year }
date-month = { $month } de { $year }
dates-since = desde { $from }
dates-until = hasta { $to }
dates-from-to = { $from } a { $to }
dates-none = sin fecha
date-published = publicado
date-updated = actualizado
date-printed = fecha en la página guardada
date-mentioned = mencionada en el texto
date-file = fecha del archivo
page = página { $number }

why = { $by }, seguro al { $percent } %

kind = { $kind ->
    [person] persona
    [organization] organización
    [place] lugar
    [group] grupo
    [product] producto
    [event] acontecimiento
    [url] dirección web
    [email] dirección de correo
    [phone] número de teléfono
    [money] suma de dinero
    [handle] nombre de usuario
   *[hashtag] etiqueta
}
facet = { $facet ->
    [person] Personas
    [organization] Organizaciones
    [place] Lugares
    [group] Grupos
    [product] Productos
    [event] Acontecimientos
    [url] Direcciones web
    [email] Direcciones de correo
    [phone] Números de teléfono
    [money] Sumas de dinero
    [handle] Nombres de usuario
    [hashtag] Etiquetas
    [speaker] Personas citadas
    [outlet] Medio
    [language] Idioma
    [format] Tipo de documento
   *[date] Fecha
}
facet-of-value = { $facet ->
    [person] persona
    [organization] organización
    [place] lugar
    [group] grupo
    [product] producto
    [event] acontecimiento
    [url] dirección web
    [email] dirección de correo
    [phone] número de teléfono
    [money] suma de dinero
    [handle] nombre de usuario
    [hashtag] etiqueta
    [speaker] citado
    [outlet] medio
    [language] idioma
    [format] tipo de documento
   *[date] publicado
}
sort-relevance = los mejores
sort-newest = los más recientes
sort-oldest = los más antiguos
sort-hits = más coincidencias
sort-title = título
format-text = texto sin formato
format-jsonl = una línea de JSON Lines
format-markdown = Markdown
format-html = página web (HTML)
format-pdf = PDF
format-docx = documento de Word (DOCX)
format-odt = texto de OpenDocument (ODT)
format-epub = libro electrónico (EPUB)
format-email = correo electrónico
format-csv = una fila de una tabla (CSV)
language = { $tag ->
    [af] afrikáans
    [am] amárico
    [ar] árabe
    [az] azerbaiyano
    [be] bielorruso
    [bg] búlgaro
    [bn] bengalí
    [bs] bosnio
    [ca] catalán
    [cs] checo
    [cy] galés
    [da] danés
    [de] alemán
    [el] griego
    [en] inglés
    [eo] esperanto
    [es] español
    [et] estonio
    [eu] euskera
    [fa] persa
    [fi] finés
    [fr] francés
    [ga] irlandés
    [gu] guyaratí
    [he] hebreo
    [hi] hindi
    [hr] croata
    [hu] húngaro
    [hy] armenio
    [id] indonesio
    [is] islandés
    [it] italiano
    [ja] japonés
    [jv] javanés
    [ka] georgiano
    [kk] kazajo
    [km] jemer
    [kn] canarés
    [ko] coreano
    [ku] kurdo
    [la] latín
    [lt] lituano
    [lv] letón
    [mk] macedonio
    [ml] malayálam
    [mr] maratí
    [ms] malayo
    [my] birmano
    [nb] noruego bokmal
    [ne] nepalí
    [nl] neerlandés
    [no] noruego
    [or] oriya
    [pa] punyabí
    [pl] polaco
    [ps] pastún
    [pt] portugués
    [ro] rumano
    [ru] ruso
    [si] cingalés
    [sk] eslovaco
    [sl] esloveno
    [sn] shona
    [so] somalí
    [sq] albanés
    [sr] serbio
    [sv] sueco
    [sw] suajili
    [ta] tamil
    [te] telugu
    [th] tailandés
    [tk] turcomano
    [tl] filipino
    [tr] turco
    [ug] uigur
    [uk] ucraniano
    [ur] urdu
    [uz] uzbeko
    [vi] vietnamita
    [yi] yidis
    [zh] chino
    [zu] zulú
   *[other] { $tag }
}

query-everything = todo
query-everything-but = todo menos { $what }
query-all = todo esto: { $list }
query-any = alguno de estos: { $list }
query-then = { $before }; { $after }
query-not = sin { $what }
query-near = { $n ->
    [1] { $before } a no más de 1 palabra de { $after }
   *[other] { $before } a no más de { $n } palabras de { $after }
}
query-near-sentence = { $before } en la misma frase que { $after }
query-near-paragraph = { $before } en el mismo párrafo que { $after }
query-dated = con fecha
query-dated-in = con fecha de { $day }
query-dated-from-to = con fecha de { $from } a { $to }
query-dated-since = con fecha de { $from } o posterior
query-dated-until = con fecha de { $to } o anterior
query-matching = que cumple { $pattern }
query-tagged = con la etiqueta { $word }
query-marked = con la marca { $word }
query-in-headline = en el titular: { $what }
query-in-text = en el texto: { $what }
query-in-role = el cargo contiene { $what }
query-in-quotations = citado: { $what }
query-in-outlet = el medio es { $what }
query-named = { $kind }: { $what }
query-spelled-like = escrito como { $word }
query-spelled-somewhat-like = escrito más o menos como { $word }
query-pattern = palabras como { $word }
query-exactly = exactamente { $word }

notice-unclosed-quote = las comillas no se cierran; la expresión llega hasta el final
notice-unclosed-group = el paréntesis no se cierra; se cerró al final
notice-unopened-group = este paréntesis no cierra nada; se dejó fuera
notice-too-deep = los paréntesis y NEAR dentro de más de { $n } otros se dejaron fuera
notice-unknown-field = «{ $field }:» no es un campo; se leyó como una palabra. Los campos son { $fields }
notice-empty-field = nada sigue a «{ $field }:»; se dejó fuera
notice-unclosed-regex = una expresión regular va entre dos barras; sin la segunda se leyó como palabras
notice-bad-regex = no es una expresión regular ({ $why }); se leyó como palabras
notice-too-many-regexes = una búsqueda puede tener { $n } expresiones regulares; esta se leyó como palabras
notice-no-date = no es una fecha; las fechas se escriben 2022, 2022-09, 2022-09-30, 2017..2018 o >=2022-09
notice-reversed-dates = el período termina antes de empezar; se le dio la vuelta
notice-dangling-near = NEAR va entre dos cosas; se dejó fuera
notice-near-no-place = NEAR va entre palabras, expresiones y nombres; se leyó como AND
notice-bad-distance = una distancia es un número de palabras, s para la misma frase o p para el mismo párrafo
notice-distance-of-one-word = una distancia necesita dos palabras en la expresión; se dejó fuera
notice-only-wildcards = los comodines necesitan letras a su lado; se dejaron fuera
notice-not-fuzzy = las grafías parecidas valen para palabras de tres letras o más sin comodines; se leyó tal cual
notice-too-fuzzy = las grafías parecidas cambian dos letras como mucho; se leyó como dos
notice-too-long = una búsqueda puede tener { $n } palabras; el resto se dejó fuera

skip-to-text = Ir al texto
skip-to-filters = Ir a los filtros
open-filters = { $n ->
    [0] Filtros
   *[other] Filtros ({ $n })
}
about-article = Sobre este artículo
nothing-leaves = Nada de lo que escribe o lee sale de esta página.
footer-collection = Colección { $hash }
footer-collection-licence = Colección { $hash }. { $licence }
footer-language = Idioma
hits-in-article = { $n ->
    [one] { $n } coincidencia en este artículo
   *[other] { $n } coincidencias en este artículo
}
title-in-view = { $view }: { $query }
title-in-collection = { $place } - { $collection }
view-names = Nombres
view-quotes = Citas
view-connect = Conectar
view-timeline = Cronología
view-notebook = Cuaderno

told-kept = El artículo está en el cuaderno.
told-let-go = El artículo ya no está en el cuaderno.
told-sentence-with-source = La frase se copió con su fuente.
told-headline-with-source = El titular se copió con su fuente.
told-link-to-sentence = Se copió un enlace a la frase.
told-link-to-article = Se copió un enlace al artículo.
told-refused = El navegador rechazó el portapapeles: seleccione las palabras en el artículo y cópielas.

reading-unread = Aún sin abrir
reading-read = Abiertos
reading-kept = En el cuaderno
reading-new = Nuevos desde su última visita

notebook-damaged = Esto no es un cuaderno, o está dañado: { $error }. No se cambió nada.
notebook-other-kind = Este archivo es de otra clase ({ $kind }). No se cambió nada.
brief-title = De «{ $collection }»
brief-search = Búsqueda: { $title }
brief-source = { $title }, { $source }
brief-collection = Colección { $hash }

citation-date = Fecha: { $kind }.
citation-read-at = Leído en

show-more = Mostrar { $n } más de { $all }

connect-title = Conectar
connect-about = Qué frases nombran juntos dos nombres, y por medio de qué otros están conectados. Estar juntos no es una relación: lea las frases.
connect-about-found = Qué frases nombran juntos dos nombres, y por medio de qué otros están conectados. Estar juntos no es una relación: lea las frases. Solo cuenta lo encontrado ({ $articles }).
connect-names = Qué nombres
connect-from = De
connect-to = A
connect-swap = Intercambiar los dos nombres
connect-by-way = Solo por medio de ciertos nombres
connect-through = Por
connect-not-through = No por
connect-unknown = Un nombre de la dirección no está en esta colección; se dejó fuera.
connect-allow = Permitir de nuevo { $name }
connect-excluded = sin { $name } ×
connect-how = Cómo están conectados { $one } y { $other }
connect-both = { $one } y { $other }
connect-files-shared = Lo que ambos comparten
connect-files-chains = Cadenas
connect-files-links = Vínculos
connect-in-sentence = En una frase ({ $n })
connect-in-paragraph = En un párrafo, en frases distintas ({ $n })
connect-in-article = En un artículo, más separados
connect-by-others = Por medio de otros
connect-by-others-n = Por medio de otros ({ $chains })
connect-n-chains = { $n ->
    [one] { $n } cadena
   *[other] { $n } cadenas
}
connect-strongest-chains = las { $n } más fuertes
connect-chains-about = Cada vínculo son frases que nombran a ambos, más de las que daría el azar. Va primero la cadena cuyo vínculo más débil es el más fuerte. Abra una para leer sus frases.
connect-never = { $one } y { $other } no están juntos en ningún artículo.
connect-no-paragraph-only = { $one } y { $other } no están juntos en ningún párrafo.
connect-no-paragraph = { $one } y { $other } no están juntos en ningún párrafo, pero sí en { $articles }.
connect-paragraph-only = { $one } y { $other } nunca están en la misma frase, pero sí { $times } en el mismo párrafo.
connect-paragraph = { $one } y { $other } nunca están en la misma frase, pero sí { $times } en el mismo párrafo, en { $articles }.
connect-sentence-only = { $one } y { $other } están { $times } en la misma frase y { $paragraphs } en el mismo párrafo.
connect-sentence = { $one } y { $other } están { $times } en la misma frase, en { $articles }; { $paragraphs } en el mismo párrafo; artículos que nombran a ambos: { $n }.
times = { $n ->
    [1] una vez
   *[other] { $n } veces
}
connect-rare = Es claramente más de lo que daría el azar ({ $expected }).
connect-little = Es poco más de lo que daría el azar ({ $expected }).
connect-chance = No es más de lo que daría el azar ({ $expected }).
connect-retold = { $n ->
    [one] { $n } artículo vuelve a contar lo que otro contó; eso cuenta una vez.
   *[other] { $n } artículos vuelven a contar lo que otro contó; eso cuenta una vez.
}
connect-without = { $one } aparece sin { $other } en { $articles }.
connect-never-without = { $one } no aparece en ningún artículo sin { $other }.
connect-first = Contado en los primeros { $n } artículos que nombran a ambos.
connect-no-chain = No los conecta ninguna cadena de hasta cuatro vínculos que sean más que azar.
connect-alone = { $name } no está en ninguna frase con otro nombre más a menudo que por azar.
connect-near = { $pair }: en { $articles }
connect-nearest = Lo más cercano: nombres que están junto al uno y al otro, en un artículo.
connect-links-of = Los vínculos más fuertes de { $name }
connect-choose-second = Elija un segundo nombre, en el campo o en la tabla, para ver cómo están conectados los dos.
connect-no-links = Ningún par de nombres está en una frase más a menudo que por azar.
connect-choose = Elija un nombre para ver sus vínculos más fuertes, o dos para ver cómo están conectados.
connect-links = Los vínculos más fuertes
connect-network = Los vínculos más fuertes en un dibujo
connect-pairs = Pares de nombres, primero el vínculo más fuerte
column-names = Nombres
column-same-sentence = Misma frase
column-same-paragraph = Mismo párrafo
column-same-article = Mismo artículo
column-by-chance = Por azar
chains = Cadenas
chain-weakest = { $sentences }, el vínculo más débil
chain-weakest-pair = { $pair } { $note }
chain-weakest-note = el vínculo más débil
evidence-retold = { $n ->
    [one] { $n } artículo más lo cuenta de nuevo
   *[other] { $n } artículos más lo cuentan de nuevo
}
diagram-save = Guardar el dibujo (SVG)
diagram-line = { $one } y { $other }: { $sentences }

bars-of = { $when }: { $n }
bars-undated = sin fecha: { $articles }
bars-articles = artículos de { $from } a { $to }
bars-in-words = Lo mismo en palabras
brush-from = Desde
brush-to = Hasta
brush-field = Fechas, escritas como 2017-03..2018
brush-wrong = Escriba las fechas como 2017, 2017-03-01 o 2017-03..2018 y pulse Intro.

picker-placeholder = Escriba un nombre
picker-clear = Borrar: { $label }
picker-names = { $label }: nombres
picker-none = Ningún nombre de esta colección empieza así.
picker-note = { $kind }, { $n }
picker-note-form = también «{ $form }», { $kind }, { $n }

results = Resultados
results-partial = Resultados con algunas de las palabras
results-partial-heading = Solo con algunas de las palabras: { $n }

names-title = Nombres
names-find = Buscar un nombre o un papel
names-in-article = { $names } en el artículo
names-in = { $names } en { $articles }
names-in-found = { $names } en lo encontrado ({ $articles })
names-all = Todos los nombres
names-patterns = Direcciones, números, etiquetas
names-kinds = Clases de nombres
names-nothing = No se encontraron nombres en estos documentos.
names-nothing-of-kind = No hay nombres de esta clase.
names-nothing-typed = Ningún nombre empieza así, en ninguna de sus palabras ni formas, ni ningún papel.
names-caption = Nombres; los enlaces de la primera fila cambian su orden
column-articles = Artículos
column-paragraphs = Párrafos
column-name = Nombre
column-kind = Clase
column-mentions = Menciones
column-said-to-be = Descrito como
probably = probablemente
files-names = Nombres

quotes-title = Citas
files-quotations = Citas
files-mentions = Menciones
quotes-by-in = { $quotations } de { $speakers } en { $articles }
quotes-by = { $quotations } de { $speakers }
quotes-in = { $quotations } en { $articles }
n-named-speakers = { $n ->
    [one] { $n } persona con nombre
   *[other] { $n } personas con nombre
}
quotes-asked = En lo encontrado para { $query } ({ $articles }). { $all }
quotes-asked-of-speaker = De la persona buscada, en lo encontrado para { $query } ({ $articles }). { $all }
quotes-all = Todas las citas
quotes-none = No se encontraron citas en estos documentos
quotes-none-why = Una cita se reconoce por sus comillas, o por un verbo de decir como «said» o «told».
quotes-none-in = No hay ninguna cita en lo encontrado ({ $articles })
quotes-none-has-all = Ninguna cita tiene todo esto
without-filters = Sin los filtros
without-query = Sin las palabras del cuadro de búsqueda
without-words = Sin «{ $words }»
without-kind = Sin la clase «{ $kind }»
without-speakers = Sin las dos personas
without-all = Sin todo esto
offer-n = { $offer }: { $n }

timeline-title = Cronología
files-dates = Fechas en los textos
timeline-mentioned = Días de los que hablan los textos
timeline-mentioned-n = Días de los que hablan los textos ({ $n })
timeline-none = En estos textos no se encontró ninguna fecha que diga de qué día, mes o año se trata.
timeline-only = Solo { $dates }. { $all }
timeline-all = Todas las fechas
timeline-list = Fechas en los textos
n-dates = { $n ->
    [one] { $n } fecha
   *[other] { $n } fechas
}
timeline-about = { $dates } en los textos de { $articles }
timeline-about-only = { $dates } en el texto
timeline-published = Artículos por día de publicación
timeline-published-n = Publicados ({ $n })
timeline-undated = { $articles } sin día de publicación
timeline-ambiguous = { $date }, probablemente: se puede leer de dos maneras

notebook-title = Cuaderno
notebook-save = Guardar en un archivo
notebook-load = Cargar un archivo
notebook-gone = Se quitó. { $back }
notebook-take-back = Recuperarlo
notebook-empty = Todavía no se guardó nada. En un artículo, seleccione palabras y elija «Guardar en el cuaderno», o guarde el artículo entero con la estrella (tecla s). Una búsqueda se guarda con «Guardar esta búsqueda» sobre sus resultados.
notebook-list = Guardado
n-entries = { $n ->
    [one] { $n } entrada
   *[other] { $n } entradas
}
notebook-kept = { $entries } solo en este navegador. Guarde el cuaderno en un archivo: los navegadores olvidan.
notebook-refused = { $entries }. Este navegador se niega a guardar el cuaderno: guárdelo en un archivo antes de cerrar la página.
notebook-unreadable = No se pudo leer { $file }. No se cambió nada.
notebook-error = { $file }: { $error }
notebook-loaded = { $file }: nuevo, { $entries }; ya estaban { $known }.
notebook-loaded-other = { $file }: nuevo, { $entries }; ya estaban { $known }. Es de otra colección, «{ $collection }».
notebook-words-gone = Estas palabras ya no están en el artículo.
notebook-article-gone = Este artículo no está en la colección.
notebook-source = { $title }, { $source }
notebook-from = { $source } · de { $file }
notebook-note-to = Nota sobre { $name }
notebook-write = Escriba una nota
notebook-up = Subir
notebook-up-name = Subir: { $name }
notebook-remove = Quitar
notebook-remove-name = Quitar: { $name }
files-notebook = Cuaderno
files-brief = Dosier

article-sentence-gone = La frase a la que lleva este enlace ya no está en el artículo.
not-found-title = No hay nada en esta dirección
not-found-why = Puede que el artículo haya cambiado de nombre o se haya quitado de la colección desde que se hizo el enlace.
not-found-to-start = Al inicio
not-found-to-results = A los resultados de la misma búsqueda
load-error-title = Esta colección no se puede abrir

profile-mentions = Todas las menciones ({ $n })
profile-in-context = Menciones en contexto
profile-first = Las primeras { $n }.
profile-search = Buscar en estos artículos
connect-with = Conectar con…
profile-all-names = Todos los nombres
profile-in = en { $articles }
profile-unsure = Probablemente es un nombre: ninguna regla que lo encontró está segura.
profile-found-by = Encontrado primero por: { $why }
profile-same = Quizá lo mismo
profile-forms = Escrito como
profile-form = { $form } { $note }
profile-form-why = { $n }; { $why }
profile-roles = Descrito como
profile-roles-of-others = Cargos que citan este nombre
profile-over-time = A lo largo del tiempo
reported-by = { $speaker }, indirecto
reported = Indirecto
all-of-them = Todos
profile-said-by = Lo que se le cita ({ $n })
profile-said-about = Citas que lo nombran ({ $n })
profile-beside = Nombrado junto con
profile-beside-caption = Nombres que están a su lado, y en cuántos lugares
profile-beside-about = Estar juntos no es una relación: lea las frases.
profile-beside-retold = Una historia que cuentan varios artículos cuenta una vez.
profile-beside-first = Contado en los primeros { $n } artículos que lo nombran.
profile-articles = Artículos ({ $n })
order-by-article = por artículo

suggestions = Sugerencias
suggestions-names = Nombres
suggestions-past = Búsquedas anteriores
suggestions-fields = Campos
suggestions-forget = Olvidar las búsquedas anteriores
suggestion-form = también «{ $form }»
suggestion-quoted = citado
field-person = un nombre en todas sus formas
field-org = una organización, con todos sus nombres
field-place = un lugar, con todos sus nombres
field-group = un grupo de gente
field-product = un producto
field-event = un acontecimiento
field-role = lo que alguien es
field-says = lo que se cita de alguien
field-source = el medio
field-date = publicado entonces: 2022-09, 2017..2018, >=2022
field-title = solo en el titular
field-text = no en el titular
field-is = aún sin abrir; también is:read, is:kept, is:new
field-tag = una #palabra de sus notas

said-controls = Qué citas
said-find = Buscar en las citas
said-kind = Clase
said-kind-all = todas
said-kind-direct = directas
said-kind-reported = indirectas
said-kind-unnamed = persona sin nombre
said-kind-not-found = persona no encontrada
said-order = Orden
said-order-newest = las más recientes
said-order-oldest = las más antiguas
said-order-speaker = persona
said-order-article = artículo
said-order-text = como en el texto
said-group = Agrupar por
said-group-nothing = nada
said-group-speaker = persona
said-group-topic = tema
said-by = Dicho por
said-by-all = { $n ->
    [2] ambos
   *[other] los { $n }
}
said-back = Volver a una sola lista
said-beside = Lado a lado
said-speaker-n = { $name } ({ $n })
said-first = Primera persona
said-choose-first = Elija una persona
said-second = Segunda persona
said-choose-second = Elija otra
said-list = Citas
said-list-of = Citas: { $of }
said-nothing = Esta persona no dijo nada de lo elegido.
said-choose-above = Elija arriba una segunda persona.
said-topics = Los temas son los nombres de las citas; una cita con varios aparece bajo cada uno.
said-more-names = Mostrar { $n } nombres más de { $all }
said-more-speakers = Mostrar { $n } personas más de { $all }
said-described = Personas descritas, no nombradas
said-unnamed = Personas sin nombre
said-unresolved = Persona no encontrada
said-no-name = Ningún nombre en la cita
said-only-these = Solo estas
said-beside-another = Junto a otra persona

probably-name = probablemente { $name }
said-names = Nombra { $names }
speaker-unnamed = { $words } (sin nombre)
speaker-not-found-title = Persona no encontrada
speaker-not-found = persona no encontrada
said-more-words = … { $words } más
said-in-article = En el artículo
said-to = { $verb } a { $to }
said-how = { $how } · { $kind }
said-direct = directa
said-reported = indirecta
why-no-speaker = Por qué no se encontró a nadie
why-speaker = Cómo se encontró quién habla

check-title = Comprobar una lista de nombres
check-about = Un nombre por línea; de un CSV, la primera columna. La lista se queda en esta página y se olvida con ella.
check-field = Nombres por comprobar, uno por línea
check-go = Comprobar
check-load = Cargar una lista
check-unreadable = No se pudo leer { $file }.
check-found = { $n } de { $names }: encontrados justo con estas palabras.
check-found-first = { $n } de { $names }: encontrados justo con estas palabras. Solo se buscaron los primeros { $max }.
check-known = { $name } ({ $kind })
check-known-as = { $name } ({ $kind }) como «{ $form }»
check-perhaps = quizá { $name }
check-spelled = ¿escrito { $spelling }?
check-none = no hay tal nombre
check-caption = Nombres de la lista, y lo que la colección tiene de ellos
check-given = Dado
check-in-collection = En la colección
check-articles = Artículos con las palabras
check-first = Primera mención
files-checked = Nombres comprobados

concordance = Coincidencias en contexto
concordance-as-found = como se encontraron
concordance-as-in-text = como en el texto
concordance-order = Orden de las líneas
concordance-before = palabras anteriores
concordance-after = palabras posteriores
concordance-date = fecha
concordance-article = artículo
concordance-limit = De { $all } líneas, se ordenan así y se muestran las primeras { $some }.

card-close = Cerrar
card-here = { $kind } · { $mentions } aquí
card-here-in = { $kind } · { $mentions } aquí, en { $articles }
card-written = Escrito { $forms }
card-form = «{ $form }» ({ $n })
card-form-why = «{ $form }» ({ $n }; { $why })
card-same = { $before }; quizá lo mismo que { $name }: { $why }
card-roles = Cargos tal como se escriben
found-by = Encontrado por: { $why }
card-all = Todo sobre esto
card-only = Solo esto
card-exclude = Excluir
card-previous = Mención anterior
card-next = Mención siguiente

about-same = Misma historia ({ $n })
about-no-names = No se encontraron nombres en su texto.
about-names = Nombres en este artículo
about-quotations = Citas ({ $n })
about-no-date = No se encontró ninguna fecha propia.
about-mentioned = Mencionadas en el texto ({ $n })
about-dates = Fechas
in-brackets = ({ $what })
date-is = { $date }, { $kind }
date-read-as = { $words }: { $date }
date-not-resolved = { $words }: sin resolver
date-ambiguous = { $date }, se podría leer de otra manera
about-outlet = Medio
about-address = Dirección
about-language = Idioma
about-read-as = Leído como
about-pages = Páginas
about-left-out = Dejado fuera
about-file = Archivo
about-sha256 = SHA-256
about-origin = De dónde viene
n-passages = { $n ->
    [one] { $n } pasaje
   *[other] { $n } pasajes
}

same-story = Misma historia
related-articles = Artículos relacionados
copy-exact = igual palabra por palabra
copy-shared = el { $percent } % del más corto está en ambos
copy-all-there = Todo este artículo está en el otro.
copy-own = Lo que solo tiene este artículo:
compare = Comparar palabra por palabra
compare-here = solo en este artículo
compare-there = solo en el otro
compare-same = { $n ->
    [one] Una frase está en ambos.
   *[other] { $n } frases están en ambos.
}
date-with-kind = { $date } ({ $kind })
related-names = Ambos nombran { $names }.
related-words = { $n ->
    [one] Ambos usan la palabra { $words }.
   *[other] Ambos usan las palabras { $words }.
}
related-names-words = { $n ->
    [one] Ambos nombran { $names }; ambos usan la palabra { $words }.
   *[other] Ambos nombran { $names }; ambos usan las palabras { $words }.
}

article-quoted = Citado en este párrafo
article-not-story = no es parte de la historia
article-left-out = { $n ->
    [one] Aquí se dejó fuera { $n } pasaje de la página
   *[other] Aquí se dejaron fuera { $n } pasajes de la página
}
tools = Herramientas del artículo
tools-results = Resultados
tools-start = Inicio
tools-article = artículo { $at } de { $all }
tools-hit = coincidencia { $at } de { $all }
tools-previous = Coincidencia anterior
tools-previous-key = Coincidencia anterior (N)
tools-next = Coincidencia siguiente
tools-next-key = Coincidencia siguiente (n)
tools-names = Nombres
tools-keep-key = Guardar en el cuaderno (s)
tools-kept = ★ Guardado
tools-keep = ☆ Guardar
tools-smaller = Texto más pequeño
tools-larger = Texto más grande
headline = titular
paragraph-number = párrafo { $n }

selected = Texto seleccionado
selected-copy = Copiar con la fuente
selected-keep = Guardar en el cuaderno
selected-search = Buscar esto
selected-copied = Copiado.
selected-refused = El navegador rechazó el portapapeles. Cópielo de aquí:
selected-close = Cerrar
selected-kept = Las palabras están en el cuaderno.
citation = «{ $words }» ({ $source })
citation-no-date = sin fecha

why-here = ¿Por qué aquí?
why-added = Palabras que comparten los mejores artículos: { $words }
why-length-more = Unas { $words }, { $mean } de media, así que cada palabra cuenta un poco más.
why-length-less = Unas { $words }, { $mean } de media, así que cada palabra cuenta un poco menos.
why-share = { $what }: { $facts }
why-in-headline = { $times } en el titular
why-in-text = { $times } en el texto
why-not-here = aquí no
why-as = como { $forms }
why-in = en { $n } de { $articles }
percent = { $n } %

paragraph-in-page = { $page }, párrafo { $n }
paragraph-said-by = párrafo { $n }, dicho por { $speaker }
paragraph-in-page-said-by = { $page }, párrafo { $n }, dicho por { $speaker }
article-no-date = sin fecha de publicación
hit-copies = { $n ->
    [one] misma historia en { $n } documento más
   *[other] misma historia en { $n } documentos más
}
hit-read = ✓ leído
hit-new = ● nuevo desde su última visita
plus-more = + { $n } más
hit-quotes = cita a { $names }
column-outlet = Medio
column-date = Fecha
column-hits = Coincidencias
column-quoted = Personas citadas
column-people = Personas nombradas
column-organizations = Organizaciones
column-places = Lugares
column-language = Idioma
column-length = Palabras
column-story = Misma historia
column-headline = Titular
table-label = Tabla de resultados
table-caption = { $articles }, { $order }
table-caption-by-date = { $articles }, primero { $order }
table-caption-part = Los primeros { $n } de { $articles }, { $order }
table-caption-part-by-date = Los primeros { $n } de { $articles }, primero { $order }
table-story = en { $n } más
table-columns = Columnas
table-columns-label = Columnas de la tabla

chip = { $facet }: { $value }
chip-not = sin { $facet }: { $value }
chip-remove = Quitar el filtro
chip-or = o
chips = Filtros elegidos
chips-clear = Quitar todos

filters = Filtros
filters-clear = Quitar
filters-no-names = No se encontraron nombres en estos documentos.
filters-none = No hay nombres en estos resultados.
filters-show = Mostrar { $found }
your-reading = Su lectura
facet-chosen = { $n } elegidos
facet-find-in = Buscar en { $facet }
facet-find = Buscar
facet-more = Mostrar { $n } más
facet-none = Aquí no hay tal nombre.
facet-exclude = Excluir
facet-stop-excluding = Dejar de excluir
facet-not = sin
facet-excluded = excluido

search = Búsqueda
search-label = Buscar en los documentos
search-placeholder = Palabras, "una expresión", person:nombre, -sin
search-clear = Borrar la búsqueda
search-button = Buscar
search-help = Ayuda: lenguaje de búsqueda y teclas

help-title = Ayuda
help-close = Cerrar la ayuda
help-typed = Qué se puede escribir
help-words = ambas palabras, en cualquier forma: decrees, decreed
help-phrase = estas palabras una junto a la otra
help-or = una o la otra, en mayúsculas
help-not = sin una palabra; NOT twitter dice lo mismo
help-brackets = paréntesis
help-wildcards = letras cualesquiera, o una; la última palabra que se escribe es de por sí un comienzo
help-fuzzy = palabras escritas casi así
help-near = a no más de cinco palabras una de otra; "ban telegram"~5 dice lo mismo
help-near-sentence = en una frase; NEAR/p en un párrafo
help-date = publicado entonces; también date:2022-09 y date:>=2022
help-regex = una expresión regular
help-in-title = solo en el titular; text: lo deja fuera
help-name = un nombre en todas sus formas; también org: place: group: product: event: role:
help-says = lo que se cita de alguien
help-source = el medio
help-is = artículos que no ha abierto; también is:read, is:kept, is:new
help-tag = artículos con #check en sus notas
help-escape = el signo mismo, no lo que significa
help-keys = Teclas
key-search = / o Ctrl K
key-arrows = Abajo, Arriba
key-enter = Intro
key-escape = Esc
help-key-search = al cuadro de búsqueda
help-key-arrows = en el cuadro: por las sugerencias; Intro toma una, Esc cierra la lista
help-key-enter = guarda la búsqueda en el historial
help-key-jk = resultado, nombre o artículo siguiente, anterior
help-key-o = abre el resultado
help-key-n = coincidencia siguiente, anterior
help-key-f = filtros
help-key-eq = nombres, citas en este artículo
help-key-c = cómo están conectados los nombres: de una ficha o página de nombre abierta, los de ese nombre
help-key-s = guarda el artículo en el cuaderno
help-key-y = copia un enlace a la frase; la frase con su fuente
help-key-x = muestra o pliega lo que se dejó fuera
help-key-escape = cierra, borra, vuelve a los resultados
help-key-help = esta lista
help-single-keys = Las teclas solas son atajos

start-only = Esta colección tiene un solo artículo, así que las búsquedas responden con sus párrafos. Para añadir más, ponga archivos en la carpeta seeds y constrúyala de nuevo.
start-summary = { $articles }{ $dated }. En el texto: { $people }, { $organizations }, { $places } y { $quotations }.
start-articles-from = { $articles } de { $source }
start-published-on = , publicado el { $day }
start-published-from-to = , publicados de { $from } a { $to }
start-undated = , sin fecha de publicación
n-outlets = { $n ->
    [one] { $n } medio
   *[other] { $n } medios
}
n-people = { $n ->
    [one] { $n } persona
   *[other] { $n } personas
}
n-organizations = { $n ->
    [one] { $n } organización
   *[other] { $n } organizaciones
}
n-places = { $n ->
    [one] { $n } lugar
   *[other] { $n } lugares
}
start-new = { $n ->
    [one] { $n } artículo nuevo desde su última visita
   *[other] { $n } artículos nuevos desde su última visita
}
start-all-articles = Todo: { $articles }
start-all-names = Todos los nombres
start-all-quotes = Todas las citas
start-open-last = abierto por última vez
start-forget = Olvidar esto
start-continue = Seguir donde lo dejó
start-try = Pruebe
start-the-article = El artículo
start-latest = Últimos artículos
start-some = Algunos artículos
start-most-mentioned = Los más mencionados
start-newest-quotes = Últimas citas
start-who-is-quoted = A quién se cita
example-org = cada mención, con cualquiera de sus nombres
example-says = lo que se dijo, palabra por palabra
example-both = ambos nombres
example-without = un nombre sin el otro

slip-rare = { $word } es raro aquí. ¿Quiso decir { $spellings }?
slip-missing = { $word } no está en esta colección. ¿Quiso decir { $spellings }?
slip-only = ¿Quiso decir { $spellings }?
slip-for = En vez de { $word }, ¿quiso decir { $spellings }?
nothing-asked = { $unit ->
    [article] Ningún artículo tiene lo que se pidió
   *[paragraph] Ningún párrafo tiene lo que se pidió
}
nothing-all = { $unit ->
    [article] Ningún artículo lo tiene todo
   *[paragraph] Ningún párrafo lo tiene todo
}
nothing-missing = { $n ->
    [one] { $words } no está en esta colección
   *[other] { $words } no están en esta colección
}
nothing-count = { $word }: { $n }
nothing-none = ninguno
nothing-is = is: conoce unread (sin leer), read (leído), kept (en su cuaderno) y new (nuevo desde su última visita).
nothing-tag = tag: encuentra palabras detrás de # en las notas de su cuaderno.
nothing-without = Sin { $what }: { $n }
nothing-filters = los filtros

results-heading = Resultados
articles-heading = Todos los artículos
keep-search = ☆ Guardar esta búsqueda
search-is-kept = ★ Esta búsqueda está guardada
search-title = { $query } ({ $filters })
files-articles = Artículos
show-as = Mostrar los resultados como
view-list = Lista
view-hits = Coincidencias en contexto
view-table = Tabla
hits-none = No hay coincidencias que mostrar en contexto: no se piden palabras ni se ha elegido un nombre que pudiera serlo.
partial-note = { $n } solo con algunas de las palabras: { $list }
partial-list = en la lista
undated-note = { $n ->
    [one] { $n } artículo sin fecha de publicación va al final.
   *[other] { $n } artículos sin fecha de publicación van al final.
}
echo-nothing = No se escribió nada que buscar: hacen falta letras o cifras.
echo = Leído como { $query }
notice-line = { $part } { $notice }. { $mend }
notice-mend = Corregir
order-of-results = Orden de los resultados

views = Vistas
view-articles = Artículos
view-notebook-n = Cuaderno ({ $n })
take-away = Llevárselo
file-of = { $what } ({ $format })
files-citations = Referencias

corrections-n = Correcciones ({ $n })
corrections = Correcciones
corrections-none = Los nombres, las personas citadas, las fechas y los pasajes se corrigen donde están: busque allí «Corregir …».
corrections-kept = Guardadas solo por este navegador y aplicadas de la primera a la última. Guardadas en la carpeta de los documentos, valen para todos desde la próxima construcción; si ya hay allí un corrections.toml, póngalas detrás de lo que dice.
corrections-refused = Este navegador se niega a guardarlas: guárdelas en un archivo antes de cerrar la página.
corrections-note = Lo que solo una construcción puede hallar de nuevo queda hasta entonces como estaba: nombres y frases de un pasaje que vuelve a la historia, quién habla junto a un nombre cambiado, otro titular donde se dejó uno fuera y qué artículos están relacionados.
corrections-save = Guardar { $file }
corrections-load = Cargar { $file }
corrections-undo-all = Deshacer todo
corrections-loaded = { $n ->
    [one] { $file }: { $n } corrección.
   *[other] { $file }: { $n } correcciones.
}
corrections-unfit = No corresponde a nada: { $problem }.
corrections-undo = Deshacer
corrections-undo-one = Deshacer: { $what }
corrections-close = Cerrar
correction-merge = { $names } son lo mismo: «{ $into }»
correction-split = «{ $name }» significa otra cosa: «{ $into }»
correction-rename = «{ $name }» se llama «{ $into }»
correction-retype = «{ $name }» es de otra clase: { $kind }
correction-reject = «{ $name }» no es un nombre
correction-nobody = Nadie puede decir quién dijo «{ $words }»
correction-speaker = «{ $words }» lo dijo «{ $speaker }»
correction-of-kind = { $what } ({ $kind })
correction-in = { $what }, en { $path }
correction-document = { $path }: { $parts }
correction-headline = titular { $value }
correction-source = medio { $value }
correction-byline = autor { $value }
correction-published = fecha de publicación { $value }
correction-language = idioma { $value }
correction-no-headline = sin titular
correction-no-source = sin medio
correction-no-byline = sin autor
correction-no-published = sin fecha de publicación
correction-no-language = sin idioma
correction-keep = «{ $words }» es parte de la historia
correction-remove = «{ $words }» no es parte de la historia
correction-no-copy = «{ $words }» cuenta otra historia
corrected-done = { $what }.
corrected-but = { $what } Pero: { $problem }.
corrected-taken-back = Deshecho: { $what }
corrected-all-taken-back = Se deshicieron todas las correcciones
corrected-added = { $n ->
    [one] Se añadió { $n } corrección
   *[other] Se añadieron { $n } correcciones
}
corrected-working = Se aplica a todas las vistas…
corrected-undone = Está como antes.
correct-name = Corregir este nombre
correct-applies = Vale para
correct-everywhere = todos los artículos
correct-here = solo este artículo
correct-rename = Cambiar el nombre
correct-is-called = Se llama
correct-join = Unir
correct-same-as = Es lo mismo que
correct-change-kind = Cambiar la clase
correct-other-kind = Es de otra clase
correct-split = Separar
correct-form = Esta forma significa otra cosa
correct-namely = A saber
correct-no-name = No es un nombre
correct-note = Cada corrección se puede deshacer; todas están en el cuaderno.
correct-date = Corregir la fecha
correct-set-date = Fijar la fecha
correct-published = Publicado el
correct-date-note = Se escribe 2015-03-04, 2015-03 o 2015; vacío si no hay.
correct-keep = Esto es parte de la historia
correct-remove = No es parte de la historia
correct-speaker = Corregir la persona citada
correct-set-speaker = Fijar la persona
correct-speaker-is = Un nombre u otras palabras del artículo
correct-nobody = Nadie puede decirlo
corrected-refused = { $problem }. No se cambió nada.
