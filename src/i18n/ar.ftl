# كلمات الصفحة بالعربية. الغرض من كل رسالة مذكور في en.ftl.

n-articles = { $n ->
    [zero] لا مقالات
    [one] مقال واحد
    [two] مقالان
    [few] { $n } مقالات
    [many] { $n } مقالًا
   *[other] { $n } مقال
}
n-hits = { $n ->
    [zero] لا نتائج مطابقة
    [one] مطابقة واحدة
    [two] مطابقتان
    [few] { $n } مطابقات
    [many] { $n } مطابقة
   *[other] { $n } مطابقة
}
n-paragraphs = { $n ->
    [zero] لا فقرات
    [one] فقرة واحدة
    [two] فقرتان
    [few] { $n } فقرات
    [many] { $n } فقرة
   *[other] { $n } فقرة
}
n-sentences = { $n ->
    [zero] لا جمل
    [one] جملة واحدة
    [two] جملتان
    [few] { $n } جمل
    [many] { $n } جملة
   *[other] { $n } جملة
}
n-mentions = { $n ->
    [zero] لم يُذكر
    [one] ذِكر واحد
    [two] ذِكران
    [few] { $n } مرات ذُكر فيها
    [many] { $n } مرة ذُكر فيها
   *[other] { $n } مرة ذُكر فيها
}
n-quotations = { $n ->
    [zero] لا اقتباسات
    [one] اقتباس واحد
    [two] اقتباسان
    [few] { $n } اقتباسات
    [many] { $n } اقتباسًا
   *[other] { $n } اقتباس
}
n-names = { $n ->
    [zero] لا أسماء
    [one] اسم واحد
    [two] اسمان
    [few] { $n } أسماء
    [many] { $n } اسمًا
   *[other] { $n } اسم
}
n-words = { $n ->
    [zero] لا كلمات
    [one] كلمة واحدة
    [two] كلمتان
    [few] { $n } كلمات
    [many] { $n } كلمة
   *[other] { $n } كلمة
}
n-filters = { $n ->
    [zero] بلا مرشحات
    [one] مرشح واحد
    [two] مرشحان
    [few] { $n } مرشحات
    [many] { $n } مرشحًا
   *[other] { $n } مرشح
}
n-more = { $n } أخرى
found = { $articles }، { $hits }

list-comma = { $before }، { $after }
list-and = { $before } و{ $after }
list-or = { $before } أو { $after }
quoted = «{ $words }»

month = { $number ->
    [1] يناير
    [2] فبراير
    [3] مارس
    [4] أبريل
    [5] مايو
    [6] يونيو
    [7] يوليو
    [8] أغسطس
    [9] سبتمبر
    [10] أكتوبر
    [11] نوفمبر
   *[other] ديسمبر
}
month-short = { $number ->
    [1] يناير
    [2] فبراير
    [3] مارس
    [4] أبريل
    [5] مايو
    [6] يونيو
    [7] يوليو
    [8] أغسطس
    [9] سبتمبر
    [10] أكتوبر
    [11] نوفمبر
   *[other] ديسمبر
}
date-day = { $day } { $month } { $year }
date-month = { $month } { $year }
dates-since = منذ { $from }
dates-until = حتى { $to }
dates-from-to = من { $from } إلى { $to }
dates-none = بلا تاريخ
date-published = نُشر
date-updated = حُدِّث
date-printed = تاريخ على الصفحة المحفوظة
date-mentioned = مذكور في النص
date-file = تاريخ الملف
page = صفحة { $number }

why = { $by }، بثقة { $percent } %

kind = { $kind ->
    [person] شخص
    [organization] منظمة
    [place] مكان
    [group] جماعة
    [product] منتج
    [event] حدث
    [url] عنوان ويب
    [email] عنوان بريد إلكتروني
    [phone] رقم هاتف
    [money] مبلغ مالي
    [handle] اسم مستخدم
   *[hashtag] وسم
}
facet = { $facet ->
    [person] الأشخاص
    [organization] المنظمات
    [place] الأماكن
    [group] الجماعات
    [product] المنتجات
    [event] الأحداث
    [url] عناوين الويب
    [email] عناوين البريد الإلكتروني
    [phone] أرقام الهاتف
    [money] المبالغ المالية
    [handle] أسماء المستخدمين
    [hashtag] الوسوم
    [speaker] المتحدثون
    [outlet] الجهة الناشرة
    [language] اللغة
    [format] نوع الوثيقة
   *[date] التاريخ
}
facet-of-value = { $facet ->
    [person] شخص
    [organization] منظمة
    [place] مكان
    [group] جماعة
    [product] منتج
    [event] حدث
    [url] عنوان ويب
    [email] عنوان بريد إلكتروني
    [phone] رقم هاتف
    [money] مبلغ مالي
    [handle] اسم مستخدم
    [hashtag] وسم
    [speaker] مقتبس عنه
    [outlet] الجهة الناشرة
    [language] اللغة
    [format] نوع الوثيقة
   *[date] نُشر
}
sort-relevance = الأفضل أولًا
sort-newest = الأحدث
sort-oldest = الأقدم
sort-hits = الأكثر مطابقات
sort-title = العنوان
format-text = نص عادي
format-jsonl = سطر من JSON Lines
format-markdown = Markdown
format-html = صفحة ويب (HTML)
format-pdf = PDF
format-docx = مستند Word (DOCX)
format-odt = نص OpenDocument (ODT)
format-epub = كتاب إلكتروني (EPUB)
format-email = رسالة بريد إلكتروني
format-csv = صف من جدول (CSV)
language = { $tag ->
    [af] الأفريقانية
    [am] الأمهرية
    [ar] العربية
    [az] الأذربيجانية
    [be] البيلاروسية
    [bg] البلغارية
    [bn] البنغالية
    [bs] البوسنية
    [ca] الكتالانية
    [cs] التشيكية
    [cy] الويلزية
    [da] الدانمركية
    [de] الألمانية
    [el] اليونانية
    [en] الإنجليزية
    [eo] الإسبرانتو
    [es] الإسبانية
    [et] الإستونية
    [eu] الباسكية
    [fa] الفارسية
    [fi] الفنلندية
    [fr] الفرنسية
    [ga] الأيرلندية
    [gu] الغوجاراتية
    [he] العبرية
    [hi] الهندية
    [hr] الكرواتية
    [hu] الهنغارية
    [hy] الأرمنية
    [id] الإندونيسية
    [is] الأيسلندية
    [it] الإيطالية
    [ja] اليابانية
    [jv] الجاوية
    [ka] الجورجية
    [kk] الكازاخستانية
    [km] الخميرية
    [kn] الكانادا
    [ko] الكورية
    [ku] الكردية
    [la] اللاتينية
    [lt] الليتوانية
    [lv] اللاتفية
    [mk] المقدونية
    [ml] المالايالامية
    [mr] الماراثية
    [ms] الماليزية
    [my] البورمية
    [nb] النرويجية بوكمال
    [ne] النيبالية
    [nl] الهولندية
    [no] النرويجية
    [or] الأورية
    [pa] البنجابية
    [pl] البولندية
    [ps] البشتو
    [pt] البرتغالية
    [ro] الرومانية
    [ru] الروسية
    [si] السنهالية
    [sk] السلوفاكية
    [sl] السلوفانية
    [sn] الشونا
    [so] الصومالية
    [sq] الألبانية
    [sr] الصربية
    [sv] السويدية
    [sw] السواحلية
    [ta] التاميلية
    [te] التيلوغوية
    [th] التايلاندية
    [tk] التركمانية
    [tl] الفلبينية
    [tr] التركية
    [ug] الأويغورية
    [uk] الأوكرانية
    [ur] الأوردية
    [uz] الأوزبكية
    [vi] الفيتنامية
    [yi] اليديشية
    [zh] الصينية
    [zu] الزولو
   *[other] { $tag }
}

query-everything = كل شيء
query-everything-but = كل شيء ما عدا { $what }
query-all = كل مما يلي: { $list }
query-any = أيٌّ مما يلي: { $list }
query-then = { $before }؛ { $after }
query-not = دون { $what }
query-near = { $n ->
    [1] { $before } على بعد كلمة واحدة على الأكثر من { $after }
   *[other] { $before } على بعد { $n } كلمات على الأكثر من { $after }
}
query-near-sentence = { $before } في الجملة نفسها مع { $after }
query-near-paragraph = { $before } في الفقرة نفسها مع { $after }
query-dated = له تاريخ
query-dated-in = بتاريخ { $day }
query-dated-from-to = بتاريخ من { $from } إلى { $to }
query-dated-since = بتاريخ { $from } أو بعده
query-dated-until = بتاريخ { $to } أو قبله
query-matching = ما يطابق { $pattern }
query-tagged = موسوم بـ { $word }
query-marked = عليه علامة { $word }
query-in-headline = في العنوان: { $what }
query-in-text = في النص: { $what }
query-in-role = الصفة فيها { $what }
query-in-quotations = مقتبس عنه: { $what }
query-in-outlet = الجهة الناشرة { $what }
query-named = { $kind }: { $what }
query-spelled-like = مكتوب مثل { $word }
query-spelled-somewhat-like = مكتوب تقريبًا مثل { $word }
query-pattern = كلمات مثل { $word }
query-exactly = تمامًا { $word }

notice-unclosed-quote = علامة الاقتباس لم تُغلق؛ تمتد العبارة إلى النهاية
notice-unclosed-group = القوس لم يُغلق؛ أُغلق في النهاية
notice-unopened-group = هذا القوس لا يغلق شيئًا؛ أُهمل
notice-too-deep = أُهملت الأقواس وNEAR داخل أكثر من { $n } غيرها
notice-unknown-field = «{ $field }:» ليس حقلًا؛ قُرئ كلمةً. الحقول هي { $fields }
notice-empty-field = لا شيء بعد «{ $field }:»؛ أُهمل
notice-unclosed-regex = يقع التعبير النمطي بين شرطتين مائلتين؛ دون الثانية قُرئ كلمات
notice-bad-regex = ليس تعبيرًا نمطيًا ({ $why })؛ قُرئ كلمات
notice-too-many-regexes = يمكن أن يضم الاستعلام { $n } تعابير نمطية؛ قُرئ هذا كلمات
notice-no-date = ليس تاريخًا؛ تُكتب التواريخ 2022 أو 2022-09 أو 2022-09-30 أو 2017..2018 أو >=2022-09
notice-reversed-dates = تنتهي المدة قبل أن تبدأ؛ قُلبت
notice-dangling-near = تقع NEAR بين شيئين؛ أُهملت
notice-near-no-place = تقع NEAR بين كلمات وعبارات وأسماء؛ قُرئت AND
notice-bad-distance = المسافة عدد من الكلمات، أو s للجملة نفسها أو p للفقرة نفسها
notice-distance-of-one-word = تحتاج المسافة إلى كلمتين في العبارة؛ أُهملت
notice-only-wildcards = تحتاج محارف البدل إلى حروف بجانبها؛ أُهملت
notice-not-fuzzy = التهجئة القريبة لكلمات من ثلاثة حروف فأكثر دون محارف بدل؛ قُرئت كما هي
notice-too-fuzzy = في التهجئة القريبة يتغير حرفان على الأكثر؛ قُرئت اثنين
notice-too-long = يمكن أن يضم الاستعلام { $n } كلمة؛ أُهمل الباقي

skip-to-text = إلى النص
skip-to-filters = إلى المرشحات
open-filters = { $n ->
    [0] المرشحات
   *[other] المرشحات ({ $n })
}
about-article = عن هذا المقال
nothing-leaves = لا شيء مما تكتبه أو تقرؤه يغادر هذه الصفحة.
footer-collection = المجموعة { $hash }
footer-collection-licence = المجموعة { $hash }. { $licence }
footer-language = اللغة
hits-in-article = { $n ->
    [zero] لا مطابقات في هذا المقال
    [one] مطابقة واحدة في هذا المقال
    [two] مطابقتان في هذا المقال
    [few] { $n } مطابقات في هذا المقال
    [many] { $n } مطابقة في هذا المقال
   *[other] { $n } مطابقة في هذا المقال
}
title-in-view = { $view }: { $query }
title-in-collection = { $place } - { $collection }
view-names = الأسماء
view-quotes = الاقتباسات
view-connect = الروابط
view-timeline = الخط الزمني
view-notebook = الدفتر

told-kept = المقال في الدفتر.
told-let-go = لم يعد المقال في الدفتر.
told-sentence-with-source = نُسخت الجملة مع مصدرها.
told-headline-with-source = نُسخ العنوان مع مصدره.
told-link-to-sentence = نُسخ رابط إلى الجملة.
told-link-to-article = نُسخ رابط إلى المقال.
told-refused = رفض المتصفح الحافظة: حدِّد الكلمات في المقال وانسخها.

reading-unread = لم تُفتح بعد
reading-read = فُتحت
reading-kept = في الدفتر
reading-new = جديدة منذ زيارتك الأخيرة

notebook-damaged = هذا ليس دفترًا، أو هو تالف: { $error }. لم يتغير شيء.
notebook-other-kind = هذا الملف من نوع آخر ({ $kind }). لم يتغير شيء.
brief-title = من «{ $collection }»
brief-search = بحث: { $title }
brief-source = { $title }، { $source }
brief-collection = المجموعة { $hash }

citation-date = التاريخ: { $kind }.
citation-read-at = قُرئ في

show-more = إظهار { $n } أخرى من { $all }

connect-title = الروابط
connect-about = أي الجمل تذكر اسمين معًا، وعبر أي أسماء أخرى يرتبطان. الورود معًا ليس علاقة: اقرأ الجمل.
connect-about-found = أي الجمل تذكر اسمين معًا، وعبر أي أسماء أخرى يرتبطان. الورود معًا ليس علاقة: اقرأ الجمل. لا يُحسب إلا ما وُجد ({ $articles }).
connect-names = أي الأسماء
connect-from = من
connect-to = إلى
connect-swap = تبديل الاسمين
connect-by-way = عبر أسماء معينة فقط
connect-through = عبر
connect-not-through = ليس عبر
connect-unknown = في العنوان اسم ليس في هذه المجموعة؛ أُهمل.
connect-allow = السماح بـ { $name } من جديد
connect-excluded = دون { $name } ×
connect-how = كيف يرتبط { $one } و{ $other }
connect-both = { $one } و{ $other }
connect-files-shared = ما يشتركان فيه
connect-files-chains = السلاسل
connect-files-links = الروابط
connect-in-sentence = في جملة واحدة ({ $n })
connect-in-paragraph = في فقرة واحدة، في جمل مختلفة ({ $n })
connect-in-article = في مقال واحد، متباعدَين
connect-by-others = عبر آخرين
connect-by-others-n = عبر آخرين ({ $chains })
connect-n-chains = { $n ->
    [zero] لا سلاسل
    [one] سلسلة واحدة
    [two] سلسلتان
    [few] { $n } سلاسل
    [many] { $n } سلسلة
   *[other] { $n } سلسلة
}
connect-strongest-chains = أقوى { $n }
connect-chains-about = كل رابط جمل تذكر الاثنين، أكثر مما تأتي به المصادفة. أولًا السلسلة التي أضعف روابطها هو الأقوى. افتح سلسلة لقراءة جملها.
connect-never = لا يرد { $one } و{ $other } معًا في أي مقال.
connect-no-paragraph-only = لا يرد { $one } و{ $other } معًا في أي فقرة.
connect-no-paragraph = لا يرد { $one } و{ $other } معًا في أي فقرة، لكن في { $articles }.
connect-paragraph-only = لا يرد { $one } و{ $other } أبدًا في جملة واحدة، لكن في فقرة واحدة { $times }.
connect-paragraph = لا يرد { $one } و{ $other } أبدًا في جملة واحدة، لكن في فقرة واحدة { $times } في { $articles }.
connect-sentence-only = يرد { $one } و{ $other } في جملة واحدة { $times }؛ وفي فقرة واحدة { $paragraphs }.
connect-sentence = يرد { $one } و{ $other } في جملة واحدة { $times } في { $articles }؛ وفي فقرة واحدة { $paragraphs }؛ عدد المقالات التي تذكرهما: { $n }.
times = { $n ->
    [1] مرة واحدة
    [2] مرتين
    [one] { $n } مرة
    [two] { $n } مرة
    [few] { $n } مرات
    [many] { $n } مرة
   *[other] { $n } مرة
}
connect-rare = هذا أكثر بوضوح مما تأتي به المصادفة ({ $expected }).
connect-little = هذا أكثر قليلًا مما تأتي به المصادفة ({ $expected }).
connect-chance = هذا ليس أكثر مما تأتي به المصادفة ({ $expected }).
connect-retold = { $n ->
    [zero] لا مقال يعيد ما رواه غيره.
    [one] مقال واحد يعيد ما رواه غيره؛ يُحسب مرة واحدة.
    [two] مقالان يعيدان ما رواه غيرهما؛ يُحسب مرة واحدة.
    [few] { $n } مقالات تعيد ما رواه غيرها؛ يُحسب مرة واحدة.
    [many] { $n } مقالًا يعيد ما رواه غيره؛ يُحسب مرة واحدة.
   *[other] { $n } مقال يعيد ما رواه غيره؛ يُحسب مرة واحدة.
}
connect-without = يُذكر { $one } بدون { $other } في { $articles }.
connect-never-without = لا يُذكر { $one } في أي مقال بدون { $other }.
connect-first = حُسب في أول { $n } مقال تذكر الاثنين.
connect-no-chain = لا تربط بينهما سلسلة من أربعة روابط على الأكثر تفوق المصادفة.
connect-alone = لا يرد { $name } في جملة مع اسم آخر أكثر مما تأتي به المصادفة.
connect-near = { $pair }: في { $articles }
connect-nearest = الأقرب: أسماء ترد بجانب الأول والثاني في مقال واحد.
connect-links-of = أقوى روابط { $name }
connect-choose-second = اختر اسمًا ثانيًا، في الحقل أو في الجدول، لترى كيف يرتبط الاثنان.
connect-no-links = لا يرد اسمان في جملة واحدة أكثر مما تأتي به المصادفة.
connect-choose = اختر اسمًا لترى أقوى روابطه، أو اسمين لترى كيف يرتبطان.
connect-links = أقوى الروابط
connect-network = أقوى الروابط في رسم
connect-pairs = أزواج من الأسماء، أقوى الروابط أولًا
column-names = الأسماء
column-same-sentence = الجملة نفسها
column-same-paragraph = الفقرة نفسها
column-same-article = المقال نفسه
column-by-chance = بالمصادفة
chains = السلاسل
chain-weakest = { $sentences }، أضعف الروابط
chain-weakest-pair = { $pair } { $note }
chain-weakest-note = أضعف الروابط
evidence-retold = { $n ->
    [zero] لا مقال آخر يعيده
    [one] مقال آخر يعيده
    [two] مقالان آخران يعيدانه
    [few] { $n } مقالات أخرى تعيده
    [many] { $n } مقالًا آخر يعيده
   *[other] { $n } مقال آخر يعيده
}
diagram-save = حفظ الرسم (SVG)
diagram-line = { $one } و{ $other }: { $sentences }

bars-of = { $when }: { $n }
bars-undated = بلا تاريخ: { $articles }
bars-articles = مقالات من { $from } إلى { $to }
bars-in-words = الشيء نفسه بالكلمات
brush-from = من
brush-to = إلى
brush-field = تواريخ، تُكتب مثل 2017-03..2018
brush-wrong = اكتب التواريخ مثل 2017 أو 2017-03-01 أو 2017-03..2018 ثم اضغط Enter.

picker-placeholder = اكتب اسمًا
picker-clear = مسح: { $label }
picker-names = { $label }: أسماء
picker-none = لا اسم في هذه المجموعة يبدأ هكذا.
picker-note = { $kind }، { $n }
picker-note-form = أيضًا «{ $form }»، { $kind }، { $n }

results = النتائج
results-partial = نتائج فيها بعض الكلمات
results-partial-heading = فيها بعض الكلمات فقط: { $n }

names-title = الأسماء
names-find = ابحث عن اسم أو صفة
names-in-article = { $names } في المقال
names-in = { $names } في { $articles }
names-in-found = { $names } فيما وُجد ({ $articles })
names-all = كل الأسماء
names-patterns = عناوين وأرقام ووسوم
names-kinds = أنواع الأسماء
names-nothing = لم توجد أسماء في هذه المستندات.
names-nothing-of-kind = لا أسماء من هذا النوع.
names-nothing-typed = لا اسم يبدأ هكذا، في أي من كلماته أو صيغه، ولا صفة.
names-caption = الأسماء؛ الروابط في الصف الأول تغير ترتيبها
column-articles = المقالات
column-paragraphs = الفقرات
column-name = الاسم
column-kind = النوع
column-mentions = مرات الذكر
column-said-to-be = وُصف بأنه
probably = على الأرجح
files-names = الأسماء

quotes-title = الاقتباسات
files-quotations = الاقتباسات
files-mentions = مواضع الذكر
quotes-by-in = { $quotations }، { $speakers }، في { $articles }
quotes-by = { $quotations }، { $speakers }
quotes-in = { $quotations } في { $articles }
n-named-speakers = { $n ->
    [zero] لا متحدثين بأسمائهم
    [one] متحدث واحد باسمه
    [two] متحدثان باسميهما
    [few] { $n } متحدثين بأسمائهم
    [many] { $n } متحدثًا بأسمائهم
   *[other] { $n } متحدث بأسمائهم
}
quotes-asked = فيما وُجد عن { $query } ({ $articles }). { $all }
quotes-asked-of-speaker = للمتحدث المطلوب، فيما وُجد عن { $query } ({ $articles }). { $all }
quotes-all = كل الاقتباسات
quotes-none = لم توجد اقتباسات في هذه المستندات
quotes-none-why = يُعرف الاقتباس بعلامات الاقتباس، أو بفعل قول مثل «said» أو «told».
quotes-none-in = لا اقتباس فيما وُجد ({ $articles })
quotes-none-has-all = لا اقتباس فيه كل هذا
without-filters = دون المرشحات
without-query = دون كلمات مربع البحث
without-words = دون «{ $words }»
without-kind = دون النوع «{ $kind }»
without-speakers = دون المتحدثَين
without-all = دون كل هذا
offer-n = { $offer }: { $n }

timeline-title = الخط الزمني
files-dates = التواريخ في النصوص
timeline-mentioned = الأيام التي تتحدث عنها النصوص
timeline-mentioned-n = الأيام التي تتحدث عنها النصوص ({ $n })
timeline-none = لم يوجد في هذه النصوص تاريخ يبيّن أي يوم أو شهر أو سنة مقصود.
timeline-only = { $dates } فقط. { $all }
timeline-all = كل التواريخ
timeline-list = التواريخ في النصوص
n-dates = { $n ->
    [zero] لا تواريخ
    [one] تاريخ واحد
    [two] تاريخان
    [few] { $n } تواريخ
    [many] { $n } تاريخًا
   *[other] { $n } تاريخ
}
timeline-about = { $dates } في نصوص { $articles }
timeline-about-only = { $dates } في النص
timeline-published = المقالات حسب يوم النشر
timeline-published-n = نُشرت ({ $n })
timeline-undated = { $articles } بلا يوم نشر
timeline-ambiguous = { $date }، على الأرجح: يمكن قراءته على وجهين

notebook-title = الدفتر
notebook-save = حفظ في ملف
notebook-load = تحميل ملف
notebook-gone = أُزيل. { $back }
notebook-take-back = استعادته
notebook-empty = لم يُحفظ شيء بعد. حدِّد كلمات في مقال واختر «حفظ في الدفتر»، أو احفظ المقال كله بالنجمة (المفتاح s). ويُحفظ البحث بزر «حفظ هذا البحث» فوق نتائجه.
notebook-list = المحفوظ
n-entries = { $n ->
    [zero] لا مدخلات
    [one] مدخل واحد
    [two] مدخلان
    [few] { $n } مدخلات
    [many] { $n } مدخلًا
   *[other] { $n } مدخل
}
notebook-kept = { $entries }، يحفظها هذا المتصفح وحده. احفظها في ملف: المتصفحات تنسى.
notebook-refused = { $entries }. يرفض هذا المتصفح حفظها: احفظها في ملف قبل إغلاق الصفحة.
notebook-unreadable = تعذرت قراءة { $file }. لم يتغير شيء.
notebook-error = { $file }: { $error }
notebook-loaded = { $file }: أُضيف { $entries }، وكان موجودًا { $known }.
notebook-loaded-other = { $file }: أُضيف { $entries }، وكان موجودًا { $known }. هو من مجموعة أخرى، «{ $collection }».
notebook-words-gone = لم تعد هذه الكلمات في المقال.
notebook-article-gone = هذا المقال ليس في المجموعة.
notebook-source = { $title }، { $source }
notebook-from = { $source } · من { $file }
notebook-note-to = ملاحظة على { $name }
notebook-write = اكتب ملاحظة
notebook-up = إلى أعلى
notebook-up-name = إلى أعلى: { $name }
notebook-remove = إزالة
notebook-remove-name = إزالة: { $name }
files-notebook = الدفتر
files-brief = الملف الموجز

article-sentence-gone = لم تعد الجملة التي يقود إليها هذا الرابط في المقال.
not-found-title = لا شيء في هذا العنوان
not-found-why = ربما تغيّر اسم المقال أو أُخرج من المجموعة منذ إنشاء الرابط.
not-found-to-start = إلى البداية
not-found-to-results = إلى نتائج البحث نفسه
load-error-title = تعذر فتح هذه المجموعة

profile-mentions = كل ذكر ({ $n })
profile-in-context = مواضع الذكر في سياقها
profile-first = أول { $n } منها.
profile-search = ابحث في هذه المقالات
connect-with = الربط مع…
profile-all-names = كل الأسماء
profile-in = في { $articles }
profile-unsure = هذا اسم على الأرجح: لا قاعدة مما وجده متأكدة منه.
profile-found-by = وُجد أولًا بواسطة: { $why }
profile-same = ربما هو نفسه
profile-forms = يُكتب
profile-form = { $form } { $note }
profile-form-why = { $n }؛ { $why }
profile-roles = وُصف بأنه
profile-roles-of-others = أدوار تذكر هذا الاسم
profile-over-time = عبر الزمن
reported-by = { $speaker }، منقول
reported = منقول
all-of-them = كلها
profile-said-by = ما اقتُبس عنه ({ $n })
profile-said-about = اقتباسات تذكره ({ $n })
profile-beside = ذُكر مع
profile-beside-caption = أسماء ترد بجانبه، وفي كم موضع
profile-beside-about = الورود معًا ليس علاقة: اقرأ الجمل.
profile-beside-retold = القصة التي ترويها عدة مقالات تُحسب مرة واحدة.
profile-beside-first = حُسب في أول { $n } مقال تذكره.
profile-articles = المقالات ({ $n })
order-by-article = حسب المقال

suggestions = اقتراحات
suggestions-names = الأسماء
suggestions-past = عمليات بحث سابقة
suggestions-fields = الحقول
suggestions-forget = نسيان عمليات البحث السابقة
suggestion-form = أيضًا «{ $form }»
suggestion-quoted = مقتبس عنه
field-person = اسم بكل صيغه
field-org = منظمة، بكل أسمائها
field-place = مكان، بكل أسمائه
field-group = جماعة من الناس
field-product = منتج
field-event = حدث
field-role = صفة أحدهم
field-says = ما اقتُبس عن أحدهم
field-source = الجهة الناشرة
field-date = نُشر حينها: 2022-09 أو 2017..2018 أو >=2022
field-title = في العنوان فقط
field-text = ليس في العنوان
field-is = لم يُفتح بعد؛ وأيضًا is:read وis:kept وis:new
field-tag = #كلمة من ملاحظاتك

said-controls = أي الاقتباسات
said-find = ابحث في الاقتباسات
said-kind = النوع
said-kind-all = الكل
said-kind-direct = مباشر
said-kind-reported = منقول
said-kind-unnamed = متحدث بلا اسم
said-kind-not-found = متحدث لم يوجد
said-order = الترتيب
said-order-newest = الأحدث
said-order-oldest = الأقدم
said-order-speaker = المتحدث
said-order-article = المقال
said-order-text = كما في النص
said-group = تجميع حسب
said-group-nothing = لا شيء
said-group-speaker = المتحدث
said-group-topic = الموضوع
said-by = قاله
said-by-all = { $n ->
    [2] كلاهما
   *[other] جميعهم ({ $n })
}
said-back = عودة إلى قائمة واحدة
said-beside = جنبًا إلى جنب
said-speaker-n = { $name } ({ $n })
said-first = المتحدث الأول
said-choose-first = اختر متحدثًا
said-second = المتحدث الثاني
said-choose-second = اختر آخر
said-list = الاقتباسات
said-list-of = اقتباسات: { $of }
said-nothing = لم يقل هذا المتحدث شيئًا مما اختير.
said-choose-above = اختر متحدثًا ثانيًا أعلاه.
said-topics = الموضوعات هي الأسماء في الاقتباسات؛ والاقتباس الذي فيه عدة أسماء يرد تحت كل منها.
said-more-names = إظهار { $n } أسماء أخرى من { $all }
said-more-speakers = إظهار { $n } متحدثين آخرين من { $all }
said-described = متحدثون موصوفون لا مسمَّون
said-unnamed = متحدثون بلا أسماء
said-unresolved = لم يوجد المتحدث
said-no-name = لا اسم في الاقتباس
said-only-these = هذه فقط
said-beside-another = بجانب متحدث آخر

probably-name = على الأرجح { $name }
said-names = يذكر { $names }
speaker-unnamed = { $words } (بلا اسم)
speaker-not-found-title = لم يوجد المتحدث
speaker-not-found = لم يوجد المتحدث
said-more-words = … { $words } أخرى
said-in-article = في المقال
said-to = { $verb } إلى { $to }
said-how = { $how } · { $kind }
said-direct = مباشر
said-reported = منقول
why-no-speaker = لماذا لم يوجد المتحدث
why-speaker = كيف وُجد المتحدث

check-title = التحقق من قائمة أسماء
check-about = اسم في كل سطر؛ ومن CSV العمود الأول. تبقى القائمة في هذه الصفحة وتُنسى معها.
check-field = أسماء للتحقق، اسم في كل سطر
check-go = تحقق
check-load = تحميل قائمة
check-unreadable = تعذرت قراءة { $file }.
check-found = { $n } من { $names }: وُجدت بهذه الكلمات تمامًا.
check-found-first = { $n } من { $names }: وُجدت بهذه الكلمات تمامًا. لم يُبحث إلا عن أول { $max }.
check-known = { $name } ({ $kind })
check-known-as = { $name } ({ $kind }) بصيغة «{ $form }»
check-perhaps = ربما { $name }
check-spelled = تُكتب { $spelling }؟
check-none = لا اسم كهذا
check-caption = أسماء القائمة، وما في المجموعة منها
check-given = المعطى
check-in-collection = في المجموعة
check-articles = مقالات فيها الكلمات
check-first = أول ذكر
files-checked = الأسماء المتحقق منها

concordance = المطابقات في سياقها
concordance-as-found = كما وُجدت
concordance-as-in-text = كما في النص
concordance-order = ترتيب الأسطر
concordance-before = الكلمات قبلها
concordance-after = الكلمات بعدها
concordance-date = التاريخ
concordance-article = المقال
concordance-limit = من { $all } سطر، تُرتَّب هكذا وتُعرض أول { $some }.

card-close = إغلاق
card-here = { $kind } · { $mentions } هنا
card-here-in = { $kind } · { $mentions } هنا، في { $articles }
card-written = يُكتب { $forms }
card-form = «{ $form }» ({ $n })
card-form-why = «{ $form }» ({ $n }؛ { $why })
card-same = { $before }؛ ربما هو نفسه { $name }: { $why }
card-roles = الصفات كما كُتبت
found-by = وُجد بواسطة: { $why }
card-all = كل شيء عنه
card-only = هذا فقط
card-exclude = استبعاد
card-previous = الذكر السابق
card-next = الذكر التالي

about-same = القصة نفسها ({ $n })
about-no-names = لم توجد أسماء في نصه.
about-names = الأسماء في هذا المقال
about-quotations = الاقتباسات ({ $n })
about-no-date = لم يوجد له تاريخ خاص.
about-mentioned = مذكورة في النص ({ $n })
about-dates = التواريخ
in-brackets = ({ $what })
date-is = { $date }، { $kind }
date-read-as = { $words }: { $date }
date-not-resolved = { $words }: لم يُحدَّد
date-ambiguous = { $date }، يمكن قراءته على وجه آخر
about-outlet = الجهة الناشرة
about-address = العنوان
about-language = اللغة
about-read-as = قُرئ على أنه
about-pages = الصفحات
about-left-out = ما تُرك
about-file = الملف
about-sha256 = SHA-256
about-origin = من أين جاء
n-passages = { $n ->
    [zero] لا مقاطع
    [one] مقطع واحد
    [two] مقطعان
    [few] { $n } مقاطع
    [many] { $n } مقطعًا
   *[other] { $n } مقطع
}

same-story = القصة نفسها
related-articles = مقالات ذات صلة
copy-exact = هو نفسه كلمةً كلمة
copy-shared = { $percent } % من الأقصر موجود في الاثنين
copy-all-there = كل هذا المقال موجود في الآخر.
copy-own = ما ليس إلا في هذا المقال:
compare = قارن كلمةً كلمة
compare-here = في هذا المقال فقط
compare-there = في الآخر فقط
compare-same = { $n ->
    [zero] لا جملة مشتركة.
    [one] جملة واحدة في الاثنين.
    [two] جملتان في الاثنين.
    [few] { $n } جمل في الاثنين.
    [many] { $n } جملة في الاثنين.
   *[other] { $n } جملة في الاثنين.
}
date-with-kind = { $date } ({ $kind })
related-names = كلاهما يذكر { $names }.
related-words = { $n ->
    [zero] كلاهما يستعمل { $words }.
    [one] كلاهما يستعمل كلمة { $words }.
    [two] كلاهما يستعمل كلمتي { $words }.
    [few] كلاهما يستعمل كلمات { $words }.
    [many] كلاهما يستعمل كلمات { $words }.
   *[other] كلاهما يستعمل كلمات { $words }.
}
related-names-words = { $n ->
    [zero] كلاهما يذكر { $names }؛ وكلاهما يستعمل { $words }.
    [one] كلاهما يذكر { $names }؛ وكلاهما يستعمل كلمة { $words }.
    [two] كلاهما يذكر { $names }؛ وكلاهما يستعمل كلمتي { $words }.
    [few] كلاهما يذكر { $names }؛ وكلاهما يستعمل كلمات { $words }.
    [many] كلاهما يذكر { $names }؛ وكلاهما يستعمل كلمات { $words }.
   *[other] كلاهما يذكر { $names }؛ وكلاهما يستعمل كلمات { $words }.
}

article-quoted = مقتبس عنهم في هذه الفقرة
article-not-story = ليس من القصة
article-left-out = { $n ->
    [zero] لم يُترك هنا شيء من الصفحة
    [one] تُرك هنا مقطع واحد من الصفحة
    [two] تُرك هنا مقطعان من الصفحة
    [few] تُركت هنا { $n } مقاطع من الصفحة
    [many] تُرك هنا { $n } مقطعًا من الصفحة
   *[other] تُرك هنا { $n } مقطع من الصفحة
}
tools = أدوات المقال
tools-results = النتائج
tools-start = البداية
tools-article = المقال { $at } من { $all }
tools-hit = المطابقة { $at } من { $all }
tools-previous = المطابقة السابقة
tools-previous-key = المطابقة السابقة (N)
tools-next = المطابقة التالية
tools-next-key = المطابقة التالية (n)
tools-names = الأسماء
tools-keep-key = حفظ في الدفتر (s)
tools-kept = ★ محفوظ
tools-keep = ☆ حفظ
tools-smaller = نص أصغر
tools-larger = نص أكبر
headline = العنوان
paragraph-number = الفقرة { $n }

selected = النص المحدد
selected-copy = نسخ مع المصدر
selected-keep = حفظ في الدفتر
selected-search = البحث عن هذا
selected-copied = نُسخ.
selected-refused = رفض المتصفح الحافظة. انسخه من هنا:
selected-close = إغلاق
selected-kept = الكلمات في الدفتر.
citation = «{ $words }» ({ $source })
citation-no-date = بلا تاريخ

why-here = لماذا هنا؟
why-added = كلمات تشترك فيها أفضل المقالات: { $words }
why-length-more = طوله نحو { $words }، والمتوسط { $mean }، فتزيد قيمة كل كلمة قليلًا.
why-length-less = طوله نحو { $words }، والمتوسط { $mean }، فتقل قيمة كل كلمة قليلًا.
why-share = { $what }: { $facts }
why-in-headline = { $times } في العنوان
why-in-text = { $times } في النص
why-not-here = ليس هنا
why-as = بصيغة { $forms }
why-in = في { $n } من { $articles }
percent = { $n } %

paragraph-in-page = { $page }، الفقرة { $n }
paragraph-said-by = الفقرة { $n }، قاله { $speaker }
paragraph-in-page-said-by = { $page }، الفقرة { $n }، قاله { $speaker }
article-no-date = لا تاريخ نشر مذكورًا
hit-copies = { $n ->
    [zero] ليست القصة في مستند آخر
    [one] القصة نفسها في مستند آخر
    [two] القصة نفسها في مستندين آخرين
    [few] القصة نفسها في { $n } مستندات أخرى
    [many] القصة نفسها في { $n } مستندًا آخر
   *[other] القصة نفسها في { $n } مستند آخر
}
hit-read = ✓ قُرئ
hit-new = ● جديد منذ زيارتك الأخيرة
plus-more = + { $n } أخرى
hit-quotes = يقتبس عن { $names }
column-outlet = الجهة الناشرة
column-date = التاريخ
column-hits = المطابقات
column-quoted = المقتبس عنهم
column-people = الأشخاص المذكورون
column-organizations = المنظمات
column-places = الأماكن
column-language = اللغة
column-length = الكلمات
column-story = القصة نفسها
column-headline = العنوان
table-label = جدول النتائج
table-caption = { $articles }، { $order }
table-caption-by-date = { $articles }، { $order } أولًا
table-caption-part = أول { $n } من { $articles }، { $order }
table-caption-part-by-date = أول { $n } من { $articles }، { $order } أولًا
table-story = في { $n } أخرى
table-columns = الأعمدة
table-columns-label = أعمدة الجدول

chip = { $facet }: { $value }
chip-not = دون { $facet }: { $value }
chip-remove = إزالة المرشح
chip-or = أو
chips = المرشحات المختارة
chips-clear = إزالة الكل

filters = المرشحات
filters-clear = إزالة
filters-no-names = لم توجد أسماء في هذه المستندات.
filters-none = لا أسماء في هذه النتائج.
filters-show = إظهار { $found }
your-reading = قراءتك
facet-chosen = اختير { $n }
facet-find-in = ابحث في { $facet }
facet-find = بحث
facet-more = إظهار { $n } أخرى
facet-none = لا اسم كهذا هنا.
facet-exclude = استبعاد
facet-stop-excluding = إلغاء الاستبعاد
facet-not = دون
facet-excluded = مستبعد

search = بحث
search-label = البحث في المستندات
search-placeholder = كلمات، "عبارة"، person:اسم، -دون
search-clear = مسح البحث
search-button = بحث
search-help = مساعدة: لغة البحث والمفاتيح

help-title = مساعدة
help-close = إغلاق المساعدة
help-typed = ما يمكن كتابته
help-words = الكلمتان، بأي صيغة: decrees وdecreed
help-phrase = هذه الكلمات متجاورة
help-or = هذه أو تلك، بحروف كبيرة
help-not = دون كلمة؛ NOT twitter تعني الشيء نفسه
help-brackets = أقواس
help-wildcards = أي حروف، أو حرف واحد؛ وآخر كلمة تكتبها بداية من تلقاء نفسها
help-fuzzy = كلمات تُكتب هكذا تقريبًا
help-near = على بعد خمس كلمات على الأكثر؛ "ban telegram"~5 تعني الشيء نفسه
help-near-sentence = في جملة واحدة؛ NEAR/p في فقرة واحدة
help-date = نُشر حينها؛ وأيضًا date:2022-09 وdate:>=2022
help-regex = تعبير نمطي
help-in-title = في العنوان فقط؛ text: تستثنيه
help-name = اسم بكل صيغه؛ وأيضًا org: place: group: product: event: role:
help-says = ما اقتُبس عن أحدهم
help-source = الجهة الناشرة
help-is = مقالات لم تفتحها؛ وأيضًا is:read وis:kept وis:new
help-tag = مقالات في ملاحظاتك عليها #check
help-escape = العلامة نفسها لا معناها
help-keys = المفاتيح
key-search = / أو Ctrl K
key-arrows = أسفل، أعلى
key-enter = Enter
key-escape = Esc
help-key-search = إلى مربع البحث
help-key-arrows = في المربع: بين المقترحات؛ Enter يأخذ واحدًا وEsc يغلق القائمة
help-key-enter = يحفظ البحث في السجل
help-key-jk = النتيجة أو الاسم أو المقال التالي، السابق
help-key-o = يفتح النتيجة
help-key-n = المطابقة التالية، السابقة
help-key-f = المرشحات
help-key-eq = الأسماء، الاقتباسات في هذا المقال
help-key-c = كيف ترتبط الأسماء: من بطاقة اسم مفتوحة أو صفحته، روابط ذلك الاسم
help-key-s = يحفظ المقال في الدفتر
help-key-y = ينسخ رابطًا إلى الجملة؛ الجملة مع مصدرها
help-key-x = يُظهر ما تُرك أو يطويه
help-key-escape = يغلق، يمسح، يعود إلى النتائج
help-key-help = هذه القائمة
help-single-keys = المفاتيح المفردة اختصارات

start-only = في هذه المجموعة مقال واحد، فتجيب عمليات البحث بفقراته. لإضافة المزيد، ضع ملفات في المجلد seeds وأعد البناء.
start-summary = { $articles }{ $dated }. في النص: { $people }، { $organizations }، { $places }، { $quotations }.
start-articles-from = { $articles } من { $source }
start-published-on = ، نُشر في { $day }
start-published-from-to = ، نُشرت من { $from } إلى { $to }
start-undated = ، دون تاريخ نشر مذكور
n-outlets = { $n ->
    [zero] لا جهات ناشرة
    [one] جهة ناشرة واحدة
    [two] جهتين ناشرتين
    [few] { $n } جهات ناشرة
    [many] { $n } جهة ناشرة
   *[other] { $n } جهة ناشرة
}
n-people = { $n ->
    [zero] لا أشخاص
    [one] شخص واحد
    [two] شخصان
    [few] { $n } أشخاص
    [many] { $n } شخصًا
   *[other] { $n } شخص
}
n-organizations = { $n ->
    [zero] لا منظمات
    [one] منظمة واحدة
    [two] منظمتان
    [few] { $n } منظمات
    [many] { $n } منظمة
   *[other] { $n } منظمة
}
n-places = { $n ->
    [zero] لا أماكن
    [one] مكان واحد
    [two] مكانان
    [few] { $n } أماكن
    [many] { $n } مكانًا
   *[other] { $n } مكان
}
start-new = { $n ->
    [zero] لا مقالات جديدة منذ زيارتك الأخيرة
    [one] مقال جديد منذ زيارتك الأخيرة
    [two] مقالان جديدان منذ زيارتك الأخيرة
    [few] { $n } مقالات جديدة منذ زيارتك الأخيرة
    [many] { $n } مقالًا جديدًا منذ زيارتك الأخيرة
   *[other] { $n } مقال جديد منذ زيارتك الأخيرة
}
start-all-articles = الكل: { $articles }
start-all-names = كل الأسماء
start-all-quotes = كل الاقتباسات
start-open-last = آخر ما فُتح
start-forget = نسيان هذا
start-continue = تابع من حيث توقفت
start-try = جرّب
start-the-article = المقال
start-latest = أحدث المقالات
start-some = بعض المقالات
start-most-mentioned = الأكثر ذكرًا
start-newest-quotes = أحدث الاقتباسات
start-who-is-quoted = من اقتُبس عنه
example-org = كل ذكر، بأي من أسمائها
example-says = ما قيل، كلمةً كلمة
example-both = الاسمان
example-without = اسم دون الآخر

slip-rare = { $word } نادرة هنا. هل تقصد { $spellings }؟
slip-missing = { $word } ليست في هذه المجموعة. هل تقصد { $spellings }؟
slip-only = هل تقصد { $spellings }؟
slip-for = بدل { $word }، هل تقصد { $spellings }؟
nothing-asked = { $unit ->
    [article] لا مقال فيه ما طُلب
   *[paragraph] لا فقرة فيها ما طُلب
}
nothing-all = { $unit ->
    [article] لا مقال فيه كل ذلك
   *[paragraph] لا فقرة فيها كل ذلك
}
nothing-missing = { $n ->
    [zero] { $words } ليست في هذه المجموعة
    [one] { $words } ليست في هذه المجموعة
    [two] { $words } ليستا في هذه المجموعة
    [few] { $words } ليست في هذه المجموعة
    [many] { $words } ليست في هذه المجموعة
   *[other] { $words } ليست في هذه المجموعة
}
nothing-count = { $word }: { $n }
nothing-none = لا شيء
nothing-is = تعرف is: الكلمات unread (لم يُقرأ) وread (قُرئ) وkept (في دفترك) وnew (جديد منذ زيارتك الأخيرة).
nothing-tag = تجد tag: الكلمات التي بعد # في ملاحظات دفترك.
nothing-without = دون { $what }: { $n }
nothing-filters = المرشحات

results-heading = النتائج
articles-heading = كل المقالات
keep-search = ☆ حفظ هذا البحث
search-is-kept = ★ هذا البحث محفوظ
search-title = { $query } ({ $filters })
files-articles = المقالات
show-as = عرض النتائج على شكل
view-list = قائمة
view-hits = المطابقات في سياقها
view-table = جدول
hits-none = لا مطابقات لعرضها في سياقها: لم تُطلب كلمات، ولم يُختر اسم يمكن أن يكون مطابقة.
partial-note = { $n } فيها بعض الكلمات فقط: { $list }
partial-list = في القائمة
undated-note = { $n ->
    [zero] لا مقال بلا تاريخ نشر.
    [one] مقال واحد بلا تاريخ نشر يأتي أخيرًا.
    [two] مقالان بلا تاريخ نشر يأتيان أخيرًا.
    [few] { $n } مقالات بلا تاريخ نشر تأتي أخيرًا.
    [many] { $n } مقالًا بلا تاريخ نشر تأتي أخيرًا.
   *[other] { $n } مقال بلا تاريخ نشر تأتي أخيرًا.
}
echo-nothing = لم يُكتب ما يُبحث عنه: يلزم حروف أو أرقام.
echo = قُرئ: { $query }
notice-line = { $part } { $notice }. { $mend }
notice-mend = إصلاح
order-of-results = ترتيب النتائج

views = طرق العرض
view-articles = المقالات
view-notebook-n = الدفتر ({ $n })
take-away = أخذ نسخة
file-of = { $what } ({ $format })
files-citations = المراجع

corrections-n = التصحيحات ({ $n })
corrections = التصحيحات
corrections-none = يمكن تصحيح الأسماء والمتحدثين والتواريخ والمقاطع حيث ترد: ابحث هناك عن «تصحيح …».
corrections-kept = يحفظها هذا المتصفح وحده، وتُطبَّق من الأول إلى الأخير. إذا حُفظت في مجلد المستندات سرت على الجميع منذ البناء التالي؛ وإن كان فيه corrections.toml فضعها بعد ما فيه.
corrections-refused = يرفض هذا المتصفح حفظها: احفظها في ملف قبل إغلاق الصفحة.
corrections-note = ما لا يجده من جديد إلا البناء يبقى كما كان حتى ذلك الحين: الأسماء والجمل داخل مقطع أُعيد إلى القصة، ومن يتكلم حول اسم تغيّر، وعنوان آخر حيث تُرك عنوان، وأي المقالات ذات صلة.
corrections-save = حفظ { $file }
corrections-load = تحميل { $file }
corrections-undo-all = التراجع عن الكل
corrections-loaded = { $n ->
    [zero] { $file }: لا تصحيحات.
    [one] { $file }: تصحيح واحد.
    [two] { $file }: تصحيحان.
    [few] { $file }: { $n } تصحيحات.
    [many] { $file }: { $n } تصحيحًا.
   *[other] { $file }: { $n } تصحيح.
}
corrections-unfit = لا يطابق شيئًا: { $problem }.
corrections-undo = تراجع
corrections-undo-one = تراجع: { $what }
corrections-close = إغلاق
correction-merge = { $names } شيء واحد: «{ $into }»
correction-split = «{ $name }» يعني شيئًا آخر: «{ $into }»
correction-rename = «{ $name }» يسمى «{ $into }»
correction-retype = «{ $name }» من نوع آخر: { $kind }
correction-reject = «{ $name }» ليس اسمًا
correction-nobody = لا أحد يعرف من قال «{ $words }»
correction-speaker = «{ $words }» قاله «{ $speaker }»
correction-of-kind = { $what } ({ $kind })
correction-in = { $what }، في { $path }
correction-document = { $path }: { $parts }
correction-headline = العنوان { $value }
correction-source = الجهة الناشرة { $value }
correction-byline = الكاتب { $value }
correction-published = تاريخ النشر { $value }
correction-language = اللغة { $value }
correction-no-headline = بلا عنوان
correction-no-source = بلا جهة ناشرة
correction-no-byline = بلا كاتب
correction-no-published = بلا تاريخ نشر
correction-no-language = بلا لغة
correction-keep = «{ $words }» من القصة
correction-remove = «{ $words }» ليس من القصة
correction-no-copy = «{ $words }» يروي قصة أخرى
corrected-done = { $what }.
corrected-but = { $what } لكن: { $problem }.
corrected-taken-back = تُراجع عنه: { $what }
corrected-all-taken-back = تُراجع عن كل التصحيحات
corrected-added = { $n ->
    [zero] لم يُضف تصحيح
    [one] أُضيف تصحيح واحد
    [two] أُضيف تصحيحان
    [few] أُضيفت { $n } تصحيحات
    [many] أُضيف { $n } تصحيحًا
   *[other] أُضيف { $n } تصحيح
}
corrected-working = يُدرج في كل طرق العرض…
corrected-undone = عاد كما كان.
correct-name = تصحيح هذا الاسم
correct-applies = يسري على
correct-everywhere = كل المقالات
correct-here = هذا المقال وحده
correct-rename = تغيير الاسم
correct-is-called = يسمى
correct-join = دمج
correct-same-as = هو نفسه
correct-change-kind = تغيير النوع
correct-other-kind = من نوع آخر
correct-split = فصل
correct-form = هذه الصيغة تعني شيئًا آخر
correct-namely = أي
correct-no-name = هذا ليس اسمًا
correct-note = يمكن التراجع عن كل تصحيح؛ وكلها مذكورة في الدفتر.
correct-date = تصحيح التاريخ
correct-set-date = تعيين التاريخ
correct-published = نُشر في
correct-date-note = يُكتب 2015-03-04 أو 2015-03 أو 2015؛ ويُترك فارغًا إن لم يوجد.
correct-keep = هذا من القصة
correct-remove = ليس من القصة
correct-speaker = تصحيح المتحدث
correct-set-speaker = تعيين المتحدث
correct-speaker-is = اسم، أو كلمات أخرى من المقال
correct-nobody = لا أحد يعرف
corrected-refused = { $problem }. لم يتغير شيء.
