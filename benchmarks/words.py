"""The invented words of the synthetic case: places, bodies, outlets, people, sentences."""

from __future__ import annotations

PLACES = (
    "Ardwell", "Brenmark", "Calloway Sound", "Dunmere", "Estervale", "Farrowgate", "Grindelmoor", "Halverrin", "Inchmarlow", "Jorvanes",
    "Kestrane", "Lindhaven", "Marrowick", "Norsund", "Ostmere", "Pellabrook", "Quillon Bay", "Ravensholt", "Stennick", "Tarrowby",
    "Ulverdale", "Vanstrand", "Wexcombe", "Yarlmouth", "Zelminster",
)  # fmt: skip
HAZARDS = ("flood", "landslide", "ferry fire", "storm", "mine collapse", "mill explosion", "rail crash")
BODIES = ("Civil Guard", "Rescue Service", "Interior Office", "Harbour Board", "Province Council")
RIVALS = ("Nurses' Council", "Dockers' Union", "Survivors' League")
COUNTED = ("dead", "injured", "homeless")
WIRES = ("Nordvik Press", "Calder Wire", "Meridian Dispatch")
OUTLETS = tuple(
    f"{place} {kind}" for kind in ("Post", "Courier", "Evening News") for place in (p.split()[0] for p in PLACES[::2])
)
ROLES = ("spokesman", "spokeswoman", "deputy head", "duty officer", "secretary")
NAMES = (
    "Ansel Tarn", "Brida Holloway", "Corin Vask", "Dagny Ferrel", "Edda Lunt", "Fenn Orrick", "Gisla Mourne", "Halden Pryce", "Ivo Strand",
    "Jessamy Quill", "Kaspar Wynn", "Lotte Brannock", "Milo Teague", "Nessa Corrow", "Osric Dale", "Petra Vane",
)  # fmt: skip
COLOUR = (
    "Volunteers carried blankets and lamps to the school in {place} before dawn",
    "The road from {place} to the coast stays closed after the {hazard}",
    "{name} had opened the bakery as usual when the sirens began",
    "Engineers are to inspect the bridge and the dam above {place} this week",
    "Several families slept in buses that the council had parked on the hill",
    "The {hazard} came two hours after a warning that few in {place} had heard",
    "Power returned to the lower streets, though the pumps still run on diesel",
    "{name} recalled an earlier {hazard}, when the market square stood empty for a month",
    "Insurers have sent assessors, and the bank has put off repayments for farmers",
    "A judge will ask who signed off the inspection of the sluice gates",
    "Teachers moved lessons into the chapel and the indoor riding school",
    "The regional hospital called back nurses from leave and cleared two wards",
    "Fishermen searched the reed beds along the shore with borrowed boats",
    "{name} said nothing of the report that the opposition wants published",
    "Shops in {place} sold out of batteries, candles and drinking water",
    "The ministry has promised prefabricated houses before the first frost",
    "Dogs and drones were used where the slope was too steep for climbers",
    "A concert in aid of those hit by the {hazard} is planned in the capital",
    "Geologists had mapped the fault but not the old workings below {place}",
    "The telephone line for relatives rang without pause through the night",
    "Trains run again as far as the junction, with buses for the rest of the way",
    "{name} keeps a list of missing cattle on the door of the town hall",
)
