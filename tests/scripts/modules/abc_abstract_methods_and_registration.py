# area: modules
# prio: P1
# checks: abstract classes refuse instances, registered and hooked classes count as subclasses

from abc import ABC, ABCMeta, abstractmethod


class Shape(ABC):
    @abstractmethod
    def area(self):
        "The area."
        return 0

    @property
    @abstractmethod
    def name(self): ...

    @staticmethod
    @abstractmethod
    def make(): ...

    def describe(self):
        return f"{self.name}: {self.area()}"


class Half(Shape):
    def area(self):
        return super().area() + 1


class Full(Half):
    name = "full"

    @staticmethod
    def make():
        return Full()


print(Full.make().describe(), sorted(Shape.__abstractmethods__), sorted(Half.__abstractmethods__), Full.__abstractmethods__)
for cls in [Shape, Half]:
    try:
        cls()
    except TypeError as error:
        print(error)


class Sized(metaclass=ABCMeta):
    @classmethod
    def __subclasshook__(cls, other):
        if cls is Sized:
            return any("__len__" in c.__dict__ for c in other.__mro__) or NotImplemented
        return NotImplemented


print(isinstance([], Sized), isinstance(5, Sized), issubclass(str, Sized))


@Shape.register
class Foreign:
    pass


print(issubclass(Foreign, Shape), isinstance(Foreign(), Shape), Shape in Foreign.__mro__, Shape.area.__isabstractmethod__, isinstance(Foreign(), Half))
try:
    Full.register(Shape)
except RuntimeError as error:
    print(error)
