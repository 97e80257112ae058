import asyncio

event_names = []


async def work(name, turns=2):
    for i in range(turns):
        event_names.append(f"{name}{i}")
        await asyncio.sleep(0)
    return name.upper()
