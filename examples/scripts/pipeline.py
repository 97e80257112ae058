"""A pipeline: words flow through stages that run at the same time, joined by small queues."""
import asyncio
from collections import Counter

TEXT = """
The wheel turns, the snake bites its tail, and the loop goes on.
A task sleeps; another wakes. The queue is short, the line moves, and the loop goes on.
"""
END = object()


async def read(text, lines):
    for line in text.strip().splitlines():
        await lines.put(line)
        await asyncio.sleep(0)
    await lines.put(END)


async def split(lines, words):
    while (line := await lines.get()) is not END:
        for word in line.split():
            await words.put(word.strip(".,;").lower())
    await words.put(END)


async def count(words):
    seen = Counter()
    while (word := await words.get()) is not END:
        seen[word] += 1
    return seen


async def main():
    lines, words = asyncio.Queue(1), asyncio.Queue(2)
    async with asyncio.TaskGroup() as group:
        group.create_task(read(TEXT, lines))
        group.create_task(split(lines, words))
        counting = group.create_task(count(words))
    seen = counting.result()
    print(sum(seen.values()), "words,", len(seen), "different")
    for word, times in sorted(seen.items(), key=lambda item: (-item[1], item[0]))[:5]:
        print(f"{word:>6} {'*' * times}")


asyncio.run(main())
