# group: startup
import asyncio
