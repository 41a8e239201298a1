"""Short articles and the page furniture that a copy of them brings along, in many languages.

All are written for these tests; the furniture uses the interface strings that the tables name.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Copy:
    """An article's paragraphs and the lines that followed it on the page."""

    language: str
    article: tuple[str, ...]
    residue: tuple[str, ...]


COPIES = (
    Copy(
        "en",
        (
            "The ferry to Holm sails again",
            "After eleven weeks in dry dock the ferry to Holm took up its timetable on Monday. The "
            "first crossing left at six with two cars, a horse box and the island's postman.",
            "Engineers had found cracks in the ramp in March. The repair cost the county £430,000, "
            "which the harbour board will pay back over ten years.",
            "“We missed the horn more than the boat,” said the keeper of the island shop.",
        ),
        (
            "Share this:",
            "Click to share on Facebook (Opens in new window)",
            "Click to share on X (Opens in new window)",
            "Like this:",
            "Like Loading...",
            "Related",
            "Ten islands that want a bridge",
            "Why the county sold its tug",
            "Tags: ferries, Holm",
            "← Previous Post",
            "Leave a Reply Cancel reply",
            "Your email address will not be published. Required fields are marked *",
            "Save my name, email, and website in this browser for the next time I comment.",
        ),
    ),
    Copy(
        "es",
        (
            "El puente de Arbolosa vuelve a abrir",
            "El puente colgante de Arbolosa volvió a abrir el martes tras siete meses de obras. Los "
            "primeros en cruzarlo fueron los alumnos de la escuela, con sus maestras y un acordeón.",
            "La reparación costó 2,1 millones de euros. El ayuntamiento pagará la mitad y el resto "
            "corre a cargo de la diputación, que ya había pagado la anterior.",
            "«Ahora solo falta que aguante», dijo la panadera de la plaza.",
        ),
        (
            "Comparte esta noticia: Facebook | Twitter | WhatsApp",
            "Te puede interesar",
            "Los puentes más viejos de la comarca",
            "Suscríbete a nuestro boletín y recibe las noticias en tu correo",
            "Deja un comentario Cancelar la respuesta",
            "Tu dirección de correo electrónico no será publicada.",
            "Este sitio usa Akismet para reducir el spam.",
        ),
    ),
    Copy(
        "fr",
        (
            "Le moulin de Varennes tourne de nouveau",
            "Arrêté depuis la crue de janvier, le moulin de Varennes a moulu sa première farine "
            "samedi. Une trentaine d'habitants étaient venus avec leurs sacs, sous la pluie.",
            "Les travaux ont duré cinq mois et coûté 180 000 euros. La commune en a payé la moitié, "
            "une souscription le reste, et personne ne s'est plaint du bruit.",
            "Le meunier, lui, n'a rien dit du tout.",
        ),
        (
            "Partager cet article sur Facebook",
            "À lire aussi",
            "Cinq moulins à visiter ce printemps",
            "Abonnez-vous à notre lettre d'information",
            "Soyez le premier à commenter",
            "Votre adresse e-mail ne sera pas publiée. Les champs obligatoires sont indiqués avec *",
            "Tous droits réservés",
        ),
    ),
    Copy(
        "de",
        (
            "Die Seilbahn am Hochkogel fährt wieder",
            "Nach einem Jahr Stillstand fährt die Seilbahn am Hochkogel wieder. Am Freitagmorgen "
            "trug die erste Gondel den Bürgermeister, zwei Wanderer und einen Dackel zur Bergstation.",
            "Das neue Seil wiegt elf Tonnen und kam aus der Schweiz. Die Rechnung von 1,4 Millionen "
            "Euro teilen sich das Land und die Gemeinde, wie der Gemeinderat beschlossen hat.",
            "Der Dackel fuhr auch wieder hinunter.",
        ),
        (
            "Artikel teilen: Facebook | X | E-Mail",
            "Das könnte Sie auch interessieren",
            "Die zehn ältesten Seilbahnen der Alpen",
            "Anzeige",
            "Newsletter abonnieren",
            "Kommentare (0)",
            "Deine E-Mail-Adresse wird nicht veröffentlicht. Erforderliche Felder sind mit * markiert",
            "© 2023 Kogelbote. Alle Rechte vorbehalten.",
        ),
    ),
    Copy(
        "pt",
        (
            "O elétrico da serra voltou a subir",
            "O elétrico da serra voltou a subir na quinta-feira, depois de nove meses parado. Levava "
            "vinte turistas, um cão e o mecânico que passou o inverno debaixo dele.",
            "A câmara gastou 900 mil euros na reparação dos carris. O presidente da junta lembrou "
            "que a última obra, em 1987, tinha custado trinta contos.",
            "O cão saiu na segunda paragem.",
        ),
        (
            "Partilhe esta notícia nas redes sociais",
            "Leia também",
            "Os elétricos mais íngremes da Europa",
            "Subscreva a nossa newsletter",
            "Nenhum comentário ainda. Seja o primeiro a comentar!",
            "O seu endereço de email não será publicado.",
            "Todos os direitos reservados",
        ),
    ),
    Copy(
        "it",
        (
            "Riapre il faro di Capo Sarno",
            "Dopo tre anni di lavori il faro di Capo Sarno riapre ai visitatori. Domenica sono saliti "
            "in duecento, uno alla volta, perché la scala non ne regge di più.",
            "Il restauro è costato 640 mila euro, pagati per metà dalla regione. La lampada è quella "
            "di prima, spiegano i tecnici, ma adesso si accende da sola.",
            "Il guardiano ha consegnato le chiavi senza una parola.",
        ),
        (
            "Condividi su Facebook",
            "Potrebbe interessarti anche",
            "I fari più alti del Mediterraneo",
            "Iscriviti alla nostra newsletter",
            "Lascia un commento Annulla risposta",
            "Il tuo indirizzo email non sarà pubblicato. I campi obbligatori sono contrassegnati *",
            "Riproduzione riservata",
        ),
    ),
    Copy(
        "nl",
        (
            "De sluis van Oudewater draait weer",
            "De sluis van Oudewater draait weer, na een winter vol duikers. Donderdag schutte de "
            "sluismeester de eerste schuit, met een lading appels en drie kinderen aan boord.",
            "De nieuwe deuren kostten 1,2 miljoen euro. Het waterschap betaalt ze, en de gemeente "
            "zorgt voor de verf, want die was in de begroting vergeten.",
            "De appels waren volgens de schipper rijp.",
        ),
        (
            "Deel dit artikel",
            "Facebook",
            "WhatsApp",
            "Lees ook",
            "Waarom sluizen groen zijn",
            "Schrijf je in voor onze nieuwsbrief",
            "Geef een reactie Reactie annuleren",
            "Je e-mailadres wordt niet gepubliceerd. Vereiste velden zijn gemarkeerd met *",
        ),
    ),
    Copy(
        "pl",
        (
            "Prom w Zabrzegu znów pływa",
            "Po dziesięciu tygodniach przerwy prom w Zabrzegu znów pływa. W poniedziałek o szóstej "
            "przewiózł listonosza, dwa samochody i kozę sołtysa.",
            "Naprawa rampy kosztowała 430 tysięcy złotych. Powiat rozłożył spłatę na dziesięć lat, a "
            "wieś zrobiła zbiórkę na nową syrenę, bo stara ochrypła.",
            "Koza wróciła następnym kursem.",
        ),
        (
            "Udostępnij na Facebooku",
            "Czytaj także",
            "Najstarsze promy w kraju",
            "Zapisz się do newslettera",
            "Dodaj komentarz Anuluj pisanie odpowiedzi",
            "Twój adres e-mail nie zostanie opublikowany. Wymagane pola są oznaczone *",
            "Wszelkie prawa zastrzeżone",
        ),
    ),
    Copy(
        "ru",
        (
            "Паром через Устье снова ходит",
            "После десяти недель ремонта паром через Устье снова ходит по расписанию. Первым рейсом "
            "переправились почтальон, два автомобиля и коза председателя.",
            "Ремонт обошёлся району в четыре миллиона рублей. Половину дала область, а жители "
            "собрали деньги на новый гудок, потому что старый охрип.",
            "Коза вернулась следующим рейсом.",
        ),
        (
            "Поделиться ссылкой",
            "Читайте также",
            "Самые старые паромы страны",
            "Подпишитесь на нашу рассылку",
            "Добавить комментарий Отменить ответ",
            "Ваш адрес email не будет опубликован. Обязательные поля помечены *",
            "Все права защищены",
        ),
    ),
    Copy(
        "tr",
        (
            "Kızılada vapuru yeniden seferde",
            "On haftalık bakımdan sonra Kızılada vapuru yeniden sefere başladı. Pazartesi sabahı ilk "
            "seferde postacı, iki araba ve muhtarın keçisi vardı.",
            "Onarım belediyeye dört milyon liraya mal oldu. Yarısını il ödedi, köylüler de eski düdük "
            "kısıldığı için yenisine para topladı.",
            "Keçi bir sonraki seferle döndü.",
        ),
        (
            "Bu haberi paylaş: Facebook | Twitter | WhatsApp",
            "İlginizi çekebilir",
            "Ülkenin en eski vapurları",
            "Bültenimize abone olun",
            "Bir yanıt yazın Yanıtı iptal et",
            "E-posta adresiniz yayınlanmayacak. Gerekli alanlar * ile işaretlenmişlerdir",
            "Tüm hakları saklıdır",
        ),
    ),
    Copy(
        "ja",
        (
            "島の渡し船が再開",
            "十週間の修理を終えて、島の渡し船が月曜日に再開した。最初の便には郵便配達員と車二台、"
            "それに区長の山羊が乗っていた。船長は一人ずつに頭を下げたという。",
            "修理には四千三百万円かかった。町が半分を払い、残りは十年かけて返すことになっている。"
            "古い汽笛は音が割れていたので、住民がお金を出し合って新しくした。",
            "山羊は次の便で帰ってきた。",
        ),
        (
            "この記事をシェア",
            "関連記事",
            "国内で最も古い渡し船",
            "ニュースレターに登録する",
            "コメントを残す コメントをキャンセル",
            "メールアドレスが公開されることはありません。 ※ が付いている欄は必須項目です",
            "無断転載を禁じます",
        ),
    ),
    Copy(
        "zh",
        (
            "岛上的渡轮恢复航行",
            "经过十个星期的维修，岛上的渡轮于星期一恢复航行。第一班船上有邮递员、两辆汽车，"
            "还有村长的山羊。船长向每一位乘客鞠了一躬，然后拉响了汽笛。",
            "维修共花费四百三十万元。县里付了一半，其余的将在十年内还清。旧汽笛声音沙哑，"
            "村民们凑钱买了一个新的，据说十里外都听得见。",
            "山羊坐下一班船回来了。",
        ),
        (
            "分享到：微信 微博 QQ空间",
            "相关阅读",
            "全国最古老的渡轮",
            "订阅我们的电子报",
            "发表回复 取消回复",
            "您的邮箱地址不会被公开。 必填项已用 * 标注",
            "版权所有",
        ),
    ),
)
