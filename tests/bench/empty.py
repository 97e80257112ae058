# group: startup
