# area: imports
# prio: P0
# checks: async functions of imported modules run on the script's loop
import asyncio
from helpers.async_parts import work
import helpers.async_parts as parts


async def main():
    print(await asyncio.gather(work("a"), work("b", turns=3)))
    print(parts.event_names)


asyncio.run(main())
