"""A name that does not exist: both type checkers must refuse it."""

import iapcore

day: object = iapcore.Jurney
