"""An essay without names, a report full of figures, and a strike: told again, and told on."""

ESSAY = """\
How my grandmother kept a loaf for a week

My grandmother never owned a bread bin. She kept the loaf cut side down on a board, under a linen
cloth that had been washed so often it was nearly transparent, and it lasted from Saturday to Friday
without going mouldy or hard. I have spent years trying to find out why mine did not.

The cloth is part of it. Plastic traps the moisture that leaves the crumb and gives it to the crust,
which turns leathery by evening and grows spots by the third day. Linen lets the crust breathe but
slows the draught. A paper bag does nearly as well, as long as you fold the top over twice.

The cut side is the other part. Most of the water goes out through the wound. Stand the loaf on it,
and the board does the work of a lid. She cut from the middle, too, and pushed the halves together
again, a habit I took for an eccentricity until I tried it.

But the real secret was in the dough. She scalded a fifth of the rye flour with boiling water the
night before and let it cool to a sticky paste. Starch that has been scalded holds on to water in a
way that raw starch does not, and a sour dough keeps mould away for days. Her bread was still damp
on Wednesday because she had cooked some of it on Thursday.

By the end of the week there was a heel the size of a fist. That went into soup with caraway and a
spoon of dripping, or was grated over noodles. Nothing was thrown to the hens unless it was green,
and in my memory it never was.
"""

ESSAY_HEAVY = """\
Five things grandmothers know about bread

1. Scald your rye. Pour boiling water on about twenty percent of the flour on the evening before you
bake, stir it to a paste and leave it until it is cool. Cooked starch clings to its water. Use a
sour dough, too, because mould does not like acid. My own gran's loaves were moist after five days
for these two reasons, and I am sure she knew neither word for it.

2. Start in the middle. Slice the loaf in half, take what you need from the inside, and push the
halves together. It looks odd. It also means that there is no open face through which the bread can
dry out.

3. If there is an open face, set it on wood. A board seals it as well as any lid.

4. No plastic, please. Within hours the crust will be like leather, and soon there will be spots,
because the damp from inside cannot escape. A piece of old linen keeps draughts out and lets air in.
She had one so thin that light shone through it. Paper will do if you close it well. A bin she never
had.

5. Eat the end. When only the heel was left, it was grated for noodles, or there was soup with
caraway and dripping. Hens were promised whatever turned green; in our house they waited in vain
from one Saturday to the next.
"""

STORM = """\
Storm Ingrid tears roof off Sandvik ferry terminal

Storm Ingrid brought gusts of 142 km/h to the west coast overnight, tearing the roof off the new
ferry terminal at Sandvik and leaving 38,000 homes without power.

The terminal, which opened in April at a cost of 210 million kroner, was empty when the roof came
down at 2.40 a.m. Security guard Bente Holm, the only person on the site, had left for her break
four minutes earlier. "I heard what I thought was a train," she told radio station P4. "There is no
railway in Sandvik."

Sections of aluminium up to nine metres long were blown across the E39 road and into the yard of a
primary school. The school stayed closed on Friday, as did 61 others in the county.

Grid company Vestnett said 1,900 customers were still without electricity at noon, most of them on
the islands of Askra and Tornoy. A crew of 14 had been sent by helicopter. In Tornoy harbour, three
fishing boats sank at their moorings.

The contractor, Hellesund Bygg, said the roof had been designed for winds of 160 km/h and that it
would examine the fastenings. It is the second accident on the project: in 2022 a crane fell into
the basin.

County mayor Ola Ramstad has ordered a review by the technical university in Trondheim. Ferries to
Denmark will use the old quay, where cars have to reverse on board, until at least the middle of
December.

Meteorologist Silje Aune said Ingrid was the strongest October storm since records at the Kvam
lighthouse began in 1957. Insurers expect claims of about 400 million kroner.
"""

STORM_HEAVY = """\
"There is no railway in Sandvik"

Bente Holm owes her life to a cup of coffee. She had just gone to fetch it when the building she was
paid to watch came apart behind her, with a roar that made her think of a goods train.

That building was the pride of the county: a ferry terminal, finished in spring for more than 200
million kroner. Its roof now lies in pieces along the E39, some of them longer than a car, and a few
among the swings of a school.

What happened? The roof should have held, says Hellesund Bygg, which put it up and which had to fish
a crane out of the same basin two years ago. The calculations allowed for 160 kilometres an hour.
Ingrid, as the storm is called, managed 142. Somebody in Trondheim, at the technical university,
will have to explain the difference; mayor Ola Ramstad has seen to that.

Elsewhere the night was hardly quieter. On Tornoy they lost three boats and, like their neighbours
on Askra, were still sitting in the dark at noon. Engineers from Vestnett went out by helicopter.
For nearly 40,000 households the lights had gone off; when lunch was served, a couple of thousand
remained.

Sixty-odd schools gave their pupils the day off. And whoever wants to go to Denmark before Christmas
had better practise reversing, because that is how one boards at the old quay.

Silje Aune keeps the figures for the weather service. At the Kvam light, she says, nobody has seen
an October like this in all the years since 1957.
"""

STORM_OTHER_DESK = """\
"Like a tin can": Sandvik counts the cost

Headteacher Anne-Grete Moe stood in the rain on Friday among what had been the roof of somebody
else's building. "It's lucky it was night," she said. "At ten they'd have been on the slide."

Her school, 400 metres from the quay, will be shut until Wednesday. Two cars in the staff car park
were flattened, and a length of gutter had gone through the window of class 3B.

Opposition politicians were quick to ask questions. Jorunn Lie of the Centre Party said that she had
warned in the planning committee that the site was exposed. The tender in 2020 was won by the
cheapest of four bidders.

The port director, Kjetil Vaage, confirmed that a bolt supplier had been changed during construction
but said it was too early to speak of a cause. He expects the terminal to be closed into the new
year and losses of about 3 million kroner a week.

Fjordlink, which sails to Hirtshals, cancelled its Friday and Saturday departures. About 1,200
passengers were offered a bus to Kristiansand instead. Truck driver Piotr Wrona, with 20 tonnes of
salmon on ice, had been waiting since Thursday night.

In Stavanger a man of 72 broke his hip when he was blown over on his way to the newspaper stand.
Trees blocked the Jaeren line for several hours. Storm Ingrid is now over Sweden and weakening, and
the next low is expected on Monday.
"""

STRIKE = (
    """\
Ferry crews at Norlink walk out over rosters

Crews at ferry operator Norlink began a 48-hour strike on Monday that has cancelled all 22 daily
crossings between Aberport and Kirkness.

The Maritime Workers' Federation says 640 members have stopped work over a new roster that would
increase shifts from eight hours to eleven. General secretary Dougie Hanlon called it "a recipe for
an accident".

Norlink's chief executive, Beatrice Lomax, said the company had offered a one-off payment of £1,500
and that the door was open. "We carry medicine and milk to 9,000 islanders," she said. "A strike
punishes them, not us."

Kirkness hotelier Magnus Rendall said he had lost 30 bookings. The island's council has chartered a
fishing boat, the Sapphire, for emergencies. Transport minister Angela Birse urged both sides to
talk to the conciliation service Acas.
""",
    """\
Norlink strike enters second week as talks collapse

Talks to end the strike at ferry operator Norlink broke down on Tuesday night after nine hours, the
conciliation service Acas said.

Dougie Hanlon, general secretary of the Maritime Workers' Federation, accused the company of sending
"a lawyer and a sandwich" to the negotiations. Norlink's chief executive Beatrice Lomax said that
the union had rejected a revised offer of £2,200 and a guarantee of two free weekends a month.

All 22 daily crossings between Aberport and Kirkness remain cancelled. Shelves in the island's two
supermarkets are half empty and petrol is rationed to 15 litres. The council says that 41 patients
have been flown to the mainland by helicopter.

Hotelier Magnus Rendall has closed for the season and sent home seven staff. Transport minister
Angela Birse is to address parliament on Thursday, and the opposition has called for the route to be
nationalised.
""",
    """\
Minister threatens to strip Norlink of island route

Transport minister Angela Birse told parliament on Thursday that Norlink could lose its contract to
serve Kirkness unless ferries sail within seven days.

The contract, worth £18 million a year, obliges the company to provide at least ten crossings a day
"in all but exceptional weather". A strike, Birse said, was not weather.

Norlink's chief executive Beatrice Lomax said she would see the government in court. The dispute
with 640 members of the Maritime Workers' Federation concerns longer shifts, which its general
secretary, Dougie Hanlon, says are dangerous.

Birse has asked rival operator Seaward to have two ships ready. On Kirkness, where 9,000 people
live, Magnus Rendall of the hoteliers' association said islanders did not care whose name was
painted on the hull.
""",
    """\
Deal ends 19-day ferry strike

Ferries will sail again to Kirkness on Saturday after crews at Norlink voted by 412 to 167 to accept
a deal.

Shifts will be limited to nine and a half hours, with an extra rest day in each fortnight, and the
roster will be reviewed by an independent naval architect after six months. Crews get £2,600.

"It isn't perfect but nobody will fall asleep at the wheel," said Dougie Hanlon, general secretary
of the Maritime Workers' Federation. Norlink's chief executive Beatrice Lomax thanked islanders for
their patience and promised half-price fares until March.

Transport minister Angela Birse said that the threat to the contract was withdrawn. The first ship,
the Lady Aurora, leaves Aberport at 6.30 with 140 tonnes of groceries. Magnus Rendall is reopening
his hotel with a free breakfast for any sailor.
""",
)
