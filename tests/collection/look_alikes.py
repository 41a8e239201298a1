"""Series of texts from one template with other facts, and an event as two desks and a copyist tell it."""

from __future__ import annotations

import random

_TOWNS = ["Ardle", "Brackwell", "Corrie", "Dunmoor", "Eskton", "Farholm", "Garvoch", "Hindwick"]
_NAMES = [
    "Tollan",
    "Meers",
    "Oduya",
    "Pask",
    "Vaslin",
    "Brodie",
    "Quaye",
    "Herrow",
    "Lindt",
    "Sabo",
]
_DAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday"]


def weather(draw: random.Random) -> str:
    one, two, three = draw.sample(_TOWNS, 3)
    low, high = draw.randint(2, 9), draw.randint(11, 24)
    return f"""# Weather for {draw.choice(_DAYS)}

The day will begin with fog in the Vale of Ardle and along the Tarn coast, which should lift by ten.
Temperatures in {one} will reach {high} degrees; in {two}, closer to the sea, it stays at {high - 4}.

Gusts of up to {draw.randint(30, 70)} kilometres an hour are expected over Mount Hallin, and
{draw.randint(3, 20)} millimetres of rain in {three}, according to the Tarn Weather Service.

At night it cools to {low} degrees. High water in Eskton is at {draw.randint(4, 11)}:{draw.randint(10, 59)}
and the sun sets at {draw.randint(19, 21)}:{draw.randint(10, 59)}.
"""


def product(draw: random.Random) -> str:
    model = f"{draw.choice('KTB')}{draw.randint(100, 999)}"
    return f"""# Norrland {model}

The Norrland {model} is a kettle in brushed steel with {draw.randint(600, 2400)} watts. Like everything by
Norrland of Vestby, it comes with a warranty of five years and can be repaired in any Norrland shop.

It weighs {draw.randint(700, 2400)} grams, its cord is {draw.randint(80, 160)} centimetres long, and it costs
{draw.randint(39, 149)} crowns; spare parts are kept for fifteen years at the depot in Vestby.

Norrland was founded in 1931 by Greta Norrland and has 240 employees in Vestby and Ostrand. This kettle
was designed by {draw.choice(_NAMES)} and won the Ostrand Design Prize in {draw.randint(2015, 2023)}.
"""


def market(draw: random.Random) -> str:
    def percent() -> str:
        return f"{draw.randint(0, 3)}.{draw.randint(1, 9)}%"

    return f"""# The week in Ostrand

The Tarn 50 rose {percent()} to {draw.randint(7000, 8000):,} points this week as investors weighed a decision
of the Bank of Tarn. The Ostrand Composite lost {percent()}.

Shares of Norrland gained {percent()} after the maker of appliances raised its forecast to
{draw.randint(100, 400)} million crowns. Halvard Bank added {percent()}; Eskton Shipping was little changed at
{draw.randint(40, 90)}.{draw.randint(10, 99)} crowns.

"Volumes were {percent()} thinner," said Marta Lindt, an analyst at Halvard Bank. Next week the
Bank of Tarn publishes its minutes.
"""


_CHANGES = (
    (
        "The parser of dates accepts ISO weeks",
        "`kestrel export` writes Parquet",
        "#211, #214 and #230",
    ),
    ("Windows on ARM is supported", "`kestrel import` reads Avro", "#233, #241 and #252"),
    ("Time zones come from the system", "`kestrel diff` compares two tables", "#260 and #271"),
)


def release(number: int) -> str:
    first, second, mended = _CHANGES[number % 3]
    return f"""# Kestrel 1.{number}

We are happy to announce Kestrel 1.{number}, a new release of the table engine by the Kestrel Foundation. It
is available from kestrel.example/download for Linux, macOS and Windows, and as a container.

## What is new

- {first}.
- {second}.
- {mended} are mended.

## Upgrading

Databases of Kestrel 1.0 are read without conversion. Python 3.9 or newer is needed; support of Python
3.8 ended in October.

Thanks to Ines Vaslin, Tomas Oduya and the 34 contributors of this release, and to the Halvard Fund and
Norrland for their support of the Kestrel Foundation.
"""


CABLE = """Divers have found the break in the power cable between Holm Island and the mainland, the operator
Norrkabel said on Thursday. The damage lies at a depth of 41 metres, some 6 kilometres off the lighthouse of
Vadum, where the ferry Alma dropped her anchor during the storm of 12 November.

The island's 3,400 inhabitants have been supplied by diesel generators ever since. Norrkabel has hired the
repair ship Tyra from Gdynia, which is due on 2 December. "We need five calm days in a row," said Lotta
Brink, who leads the work. Repairs will cost about 18 million crowns.

The shipping company Alandia denies that the Alma is to blame. Its master, Per Sundin, told the maritime
court in Lundey that he had anchored two kilometres further south. The court will hear the case on 20
January.

Mayor Anita Rehn wants a second cable. The grid authority turned down her first application in 2019 because
of its price of 96 million.
"""
CABLE_HEAVY = """Five windless days: that is all Lotta Brink of Norrkabel asks for. Then her people could mend
what an anchor seems to have torn near the Vadum light last month, and the noise of diesel engines on
Holm Island would end.

Nobody there has had electricity from the mainland since the storm on the 12th of November. Divers went down
41 metres this week and saw why. A repair vessel, the Tyra, leaves Gdynia and is expected on the second of
December; around 18 million will be spent.

Who pays is open. Per Sundin commanded the Alma that night and insists he lay elsewhere, two kilometres
south. The maritime judges of Lundey take up the matter on January 20, and his employer Alandia stands by
him.

Had the authorities listened in 2019, says Anita Rehn, there would be a spare line today. The mayor's plan
for 96 million crowns was refused then.
"""
CABLE_OTHER_DESK = """Norrkabel expects to restore power to Holm Island before Christmas. The company
presented photographs of the damaged sea cable in Lundey on Thursday and said that a repair ship from
Poland was on its way.

Residents at a meeting in the school hall were not convinced. "They said the same in 2011 and it took nine
weeks," said the baker Olle Fors, who has paid 14,000 crowns for a generator. The council has opened 3 rooms
with heating, and the fish plant of Strandby has sent 60 workers home.

The coastguard has seized the log of a ferry, its spokeswoman Maja Ek confirmed. Alandia's shares fell 4 per
cent. Vattnet, the insurer, declined to comment, and energy minister Jon Wall promised to visit on Monday.
"""
