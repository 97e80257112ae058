# area: programs
# prio: P1
# checks: rooms, items, commands dispatched by match, a transcript played from a script

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum, auto


class State(Enum):
    PLAYING = auto()
    WON = auto()
    LOST = auto()


class Refused(Exception):
    pass


@dataclass
class Item:
    name: str
    text: str
    fixed: bool = False
    lit: bool | None = None


@dataclass
class Room:
    name: str
    text: str
    dark: bool = False
    exits: dict[str, str] = field(default_factory=dict)
    locked: set[str] = field(default_factory=set)
    items: dict[str, Item] = field(default_factory=dict)

    def add(self, *items: Item) -> Room:
        self.items |= {item.name: item for item in items}
        return self


DIRECTIONS = {"n": "north", "s": "south", "e": "east", "w": "west"}
OPPOSITE = {"north": "south", "south": "north", "east": "west", "west": "east"}


def world() -> dict[str, Room]:
    rooms = {
        room.name: room
        for room in (
            Room("hall", "A dusty hall.").add(Item("lamp", "An oil lamp.", lit=False), Item("statue", "A marble cat.", fixed=True)),
            Room("cellar", "A damp cellar.", dark=True).add(Item("key", "A rusty key.")),
            Room("garden", "A wild garden.").add(Item("rose", "It smells sweet.")),
            Room("vault", "Gold everywhere!").add(Item("crown", "The crown of the cat king.")),
        )
    }

    def join(a, direction, b):
        rooms[a].exits[direction] = b
        rooms[b].exits[OPPOSITE[direction]] = a

    join("hall", "south", "cellar")
    join("hall", "east", "garden")
    join("garden", "north", "vault")
    rooms["garden"].locked.add("north")
    return rooms


class Game:
    def __init__(self):
        self.rooms = world()
        self.room = self.rooms["hall"]
        self.bag: dict[str, Item] = {}
        self.state, self.turns, self.fear = State.PLAYING, 0, 0
        self.visited = {"hall"}

    @property
    def can_see(self) -> bool:
        lamp = self.bag.get("lamp") or self.room.items.get("lamp")
        return not self.room.dark or bool(lamp and lamp.lit)

    def look(self):
        if not self.can_see:
            yield "It is pitch dark."
            return
        yield self.room.text
        if self.room.items:
            yield "You see: " + ", ".join(sorted(self.room.items)) + "."
        yield "Exits: " + ", ".join(sorted(self.room.exits)) + "."

    def go(self, direction):
        direction = DIRECTIONS.get(direction, direction)
        if direction not in self.room.exits:
            raise Refused(f"You cannot go {direction}.")
        if direction in self.room.locked:
            raise Refused("The gate is locked.")
        self.room = self.rooms[self.room.exits[direction]]
        new = self.room.name not in self.visited
        self.visited.add(self.room.name)
        if new or not self.can_see:
            yield from self.look()
        else:
            yield f"Back in the {self.room.name}."

    def take(self, name):
        if not self.can_see:
            raise Refused("You feel nothing of that kind.")
        match self.room.items.get(name):
            case None:
                raise Refused(f"There is no {name} here.")
            case Item(fixed=True, name=name):
                raise Refused(f"The {name} will not move.")
            case item:
                self.bag[name] = self.room.items.pop(name)
                yield f"Taken: {item.text}"
        if name == "crown":
            self.state = State.WON
            yield "You are the cat king now."

    def run(self, line):
        self.turns += 1
        words = [word for word in line.lower().split() if word not in {"the", "a", "an", "to", "with"}]
        match words:
            case []:
                raise Refused("Say something.")
            case ["look" | "l"]:
                yield from self.look()
            case ["go", where] | [("n" | "s" | "e" | "w" | "north" | "south" | "east" | "west") as where]:
                yield from self.go(where)
            case ["take" | "get", "all"]:
                for name in sorted(self.room.items):
                    try:
                        yield from self.take(name)
                    except Refused as error:
                        yield f"{name}: {error}"
            case ["take" | "get", name]:
                yield from self.take(name)
            case ["drop", name] if name in self.bag:
                self.room.items[name] = self.bag.pop(name)
                yield "Dropped."
            case [("light" | "extinguish") as verb, "lamp"] if "lamp" in self.bag:
                self.bag["lamp"].lit = verb == "light"
                yield f"The lamp is {'on' if self.bag['lamp'].lit else 'off'}."
            case ["unlock", "gate", *rest]:
                if "key" not in self.bag:
                    raise Refused("You have no key.")
                if not self.room.locked:
                    raise Refused("Nothing is locked here.")
                self.room.locked.clear()
                yield "Click." + (" With style." if rest == ["key"] else "")
            case ["inventory" | "i"]:
                yield "You carry " + (", ".join(self.bag) or "nothing") + "."
            case ["examine" | "x", name]:
                item = self.bag.get(name) or self.room.items.get(name)
                yield item.text if item else "What?"
            case [verb, *rest]:
                raise Refused(f"I do not know how to {verb}{' ' + ' '.join(rest) if rest else ''}.")

    def play(self, script):
        yield from self.look()
        for line in script:
            yield f"> {line}"
            try:
                yield from self.run(line)
            except Refused as error:
                yield f"({error})"
            self.fear = self.fear + 1 if not self.can_see else 0
            if self.fear >= 3:
                self.state = State.LOST
                yield "Something in the dark eats you."
            if self.state is not State.PLAYING:
                break
        yield f"{self.state.name.title()} after {self.turns} turns, {len(self.visited)} of {len(self.rooms)} rooms."


WINNING = """take the lamp
get statue
x statue
s
look
light lamp
look
take key
i
dance wildly

n
e
n
unlock the gate with the key
drop lamp
north
take all
never reached""".split("\n")
for script in [WINNING, ["south", "take key", "look", "north"], ["go up", "drop lamp", "unlock gate", "take all", "take all", "extinguish lamp"]]:
    game = Game()
    for text in game.play(script):
        print(text)
    print("=" * 20)
