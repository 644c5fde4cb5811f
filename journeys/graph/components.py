"""Strongly connected components, for flows, supports and reliance alike."""

from __future__ import annotations

from collections.abc import Sequence


def components(successors: Sequence[Sequence[int]]) -> list[list[int]]:
    """The strongly connected components of nodes 0 … n-1, each sorted, those led to before those that lead there.

    Tarjan (1972), without recursion. It is asked for every promise; building a networkx graph each time took
    longer than the rest of the calculus, and networkx serves as the oracle in the tests instead.
    """
    count = len(successors)
    index = [-1] * count
    low = [0] * count
    found: list[list[int]] = []
    stack: list[int] = []
    counter = 0
    for root in range(count):
        if index[root] >= 0:
            continue
        index[root] = low[root] = counter
        counter += 1
        stack.append(root)
        work = [(root, iter(successors[root]))]
        while work:
            node, targets = work[-1]
            for target in targets:
                if index[target] < 0:
                    index[target] = low[target] = counter
                    counter += 1
                    stack.append(target)
                    work.append((target, iter(successors[target])))
                    break
                if low[node] > index[target]:
                    low[node] = index[target]
            else:
                work.pop()
                if work and low[work[-1][0]] > low[node]:
                    low[work[-1][0]] = low[node]
                if low[node] == index[node]:
                    found.append(_unwound(stack, node, index, count))
    return found


def _unwound(stack: list[int], node: int, index: list[int], closed: int) -> list[int]:
    """The component that ends at `node`, taken from the stack; its nodes are out of every later comparison."""
    component: list[int] = []
    while True:
        member = stack.pop()
        index[member] = closed
        component.append(member)
        if member == node:
            return sorted(component)
