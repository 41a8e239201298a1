"""Articles about invented places for the examples of `spun/reworded-copy`: originals and rewrites."""

from __future__ import annotations

from typing import NamedTuple


class Rewrite(NamedTuple):
    """A rewrite, and the passage that the rule marks in it."""

    text: str
    at: str


BRIDGE = """\
# Marlow Bridge closes for repairs

Marlow Bridge will close to all traffic on 14 March while engineers replace 312 bolts that were found
to be cracked, the Tarrant County highways board said on Tuesday.

Chief engineer Priya Osei told reporters that the closure would last eleven weeks and cost £4.6
million, most of it paid from the Denholm Fund. About 18,400 vehicles cross the bridge every day.

Lorries will be sent along the A419 through Cressing, where residents fear jams. "We had the same in
2016 and it was misery," said Gordon Tisdale, who runs a bakery on Fuller Street.

The board rejected a plan by the firm Halvard & Sons to keep one lane open, which would have added £1.9
million and seven weeks. A footpath on the eastern side stays open between 6 am and 10 pm.
"""

BRIDGE_REWORDED = Rewrite(
    """\
# Eleven weeks without a river crossing

Drivers in Tarrant County need a detour from 14 March. Marlow Bridge is going to be shut completely, as
cracks were discovered in 312 of its bolts, which all have to be exchanged.

Not everybody is happy about the diversion: heavy vehicles are to use the A419 by way of Cressing.
Gordon Tisdale, whose bakery stands on Fuller Street, remembers the last time, in 2016, as miserable.

Walkers are better off. Their path on the east side can be used from 6 am until 10 pm.

Some 18,400 vehicles a day are affected for eleven weeks, according to Priya Osei, the chief engineer.
She put the bill at £4.6 million, for which the Denholm Fund will largely pay. Halvard & Sons had offered
to work with one lane in use; that would have meant seven more weeks and another £1.9 million.
""",
    at=(
        "Marlow Bridge is going to be shut completely, as\n"
        "cracks were discovered in 312 of its bolts, which all have to be exchanged."
    ),
)

BRIDGE_ADVISORY = """\
# Travel notice: Marlow Bridge

From 14 March buses 7, 12 and 31 do not serve the stops Quay Lane and Old Mill. Passengers for Lindham
change at Station Square, where the replacement service leaves every 20 minutes from stand C.

Season tickets of zone 3 are valid on the replacement service. The night bus N4 is cancelled until 30
May. Cyclists may use the footpath of Marlow Bridge if they dismount.

Questions are answered at 0555 0142 between 8 am and 6 pm, or at the counter in Wexley Road.
"""

FERRY = """\
The ferry Astrid Lund ran aground off Kelby Point shortly after 5.40 am on Sunday with 217 passengers
on board, the coastguard at Norhavn said. Nobody was badly hurt.

Captain Elof Brandt had changed course to avoid a fishing boat, the Sille, whose lights had failed. The
ferry struck a sandbank at nine knots and listed by six degrees.

Three lifeboats from Norhavn and Port Ansel took off all passengers within two hours. Fourteen people
were treated for bruises at the Marienhof clinic.

The owner, Lund Lines, has run the route since 1987 and called in the salvage company Tervo Marine. It
hopes to refloat the ship at the spring tide on 22 October. Tickets worth 38,000 crowns will be refunded.
"""

FERRY_REWORDED = Rewrite(
    """\
No serious injuries were reported after a passenger ship got stuck near Kelby Point early on Sunday.

There were 217 people aboard the Astrid Lund when she hit a sandbank, a little after 5.40 am, doing nine
knots. According to the coastguard in Norhavn she leaned over by six degrees. A fishing boat without
working lights, the Sille, had forced Captain Elof Brandt to alter his course.

It took two hours until lifeboats, three of them, from Port Ansel and Norhavn, had brought everybody
ashore. The Marienhof clinic saw fourteen passengers who had bruises.

Salvors of Tervo Marine are to pull the vessel free with the spring tide of 22 October. Lund Lines, which
has served the route since 1987, is going to pay back fares of 38,000 crowns in total.
""",
    at=(
        "It took two hours until lifeboats, three of them, from Port Ansel and Norhavn, had brought"
        " everybody\nashore."
    ),
)

ORCHARD = """\
---
author: Ines Halloran
---

# Old orchard gets a second life

For thirty years nobody had pruned the 640 apple trees behind Swinford Abbey. Now a group of 26
volunteers led by Hattie Molyneux has cleared nine hectares and found 41 old varieties, among them the
Coldbrook Russet, which was thought lost since 1952.

The pomologist Anders Wexell of the Larkhill Institute identified them by their leaves and took 130
cuttings to a nursery in Penworth. A grant of $72,000 from the Ashdown Trust pays for the work until 2027.

The first 900 bottles of juice were sold at the market of Thornby in two hours. "We had ordered labels
for 500," said Molyneux.
"""

ORCHARD_REWORDED = Rewrite(
    """\
# Forgotten apples return

A variety of apple that had not been seen since 1952, the Coldbrook Russet, is back. It stands with 40
others in an orchard behind Swinford Abbey whose 640 trees had gone without pruning for thirty years.

Anders Wexell, who works at the Larkhill Institute as a pomologist, told the 41 varieties apart by leaf
and had 130 cuttings brought to Penworth, where a nursery grows them.

Clearing the nine hectares was the task of 26 volunteers under Hattie Molyneux. Until 2027 they can count
on $72,000 given by the Ashdown Trust. Juice earns some money as well: in Thornby the market took 900
bottles within two hours, although there had been labels for just 500.
""",
    at=(
        "Anders Wexell, who works at the Larkhill Institute as a pomologist, told the 41 varieties apart"
        " by leaf\nand had 130 cuttings brought to Penworth, where a nursery grows them."
    ),
)

HARBOUR = """\
# Harbour museum opens after six years

The harbour museum of Ostrand opened its doors on Friday, six years after the old warehouse burnt down.
Mayor Liv Sandahl cut a rope instead of a ribbon before 1,300 guests.

The new building by the architects Brekke Holm cost 84 million crowns and has four floors. Its centre is
the cutter Freya, built in 1911, which was hoisted through the roof by a crane from Tallport.

"A harbour without a memory is a car park," said director Jonas Ekeland. He expects 60,000 visitors a year.
"""

HARBOUR_OTHER_DESK = """\
# Ostrand has its museum back

Children were first through the door when the harbour museum of Ostrand opened on Friday. Elin Moberg,
8, had won a drawing contest in which 212 pupils of the Kirkegata school took part.

Mayor Liv Sandahl spoke of a long road. The insurer Polaris had refused to pay until a court in Vestby
decided in 2021; the town had to borrow 31 million crowns from the Nordfjord Bank in the meantime.

The exhibition follows the sailor Peder Aune on his voyage to Valparaiso in 1893. Curator Mina Solheim
found his letters, 47 of them, in an attic in Drange. Tickets cost 90 crowns, on Mondays nothing.
"""

AUDIT = """\
# Council spends less on paper

Tarrant County used 11 tonnes of paper last year, five fewer than in 2019, says a report by the auditor
Wilma Strand. Most was saved by the library, which lends readers tablets. The report recommends to print
timetables for the buses once a year and to sell the copier in Hensley House.
"""
