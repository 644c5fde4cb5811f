"""The promise calculus: is a promise sound, or where does its chain break?"""

from journeys.promises.judge import PromiseJudgement, judge

__all__ = ["PromiseJudgement", "judge"]
