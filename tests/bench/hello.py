# group: startup
print("hello")
