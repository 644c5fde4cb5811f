"""A journey in which everything is said that can be said."""

from __future__ import annotations

TEXT = """
journey: Get broadband installed
id: line
owner: shop
customer: mover
job: Be online
status: to-be
version: "3"
date: 2026-05-01
authors: [Ama, Bo]
entry: A leaflet
success: [Online, Happy]
settings: {profile: strict}
blueprints: {wall: {}}
channels: {web: {name: The web, kind: app}, letter: {}}
calendar: {day: 6 h, week: 4 days}
customers:
  mover:
    name: Home mover
    description: Moves
    goals: [Work]
    needs: [A line]
    pains: [Boxes]
    quote: Now!
    portrait: mover.png
  tenant: {}
owners:
  shop: {name: The shop, kind: team, holder: Dana, reports_to: coo, contact: 1234, vacant: true}
  coo: {}
  net: {}
phases:
  - phase: Order
    steps:
      - step: Place order
        id: place
        owner: shop
        feeling: 1
        emotion: hope
        thought: At last
        pains: [Forms]
        opportunities: [Fewer]
        expects: [Quick]
        wait: 2 days
        moment_of_truth: true
        proactive: true
        status: new
        data: [age]
        note: A note
        link: https://a
        event: order_placed
        evidence: [A mail, {do: A sign, link: https://b}]
        customer: Order
        frontstage:
          do: Take the order
          id: taken
          owner: [net, shop]
          channel: web
          system: [CRM, ERP]
          takes: 1 h
          fail_point: Lost
          recovery: Found
          data: [name]
          status: old
          note: Another
          link: https://c
          promised: {id: quick, promise: Quick, to: tenant, within: 2 days, valid: 3 days, at_least: 90%,
                     kano: attractive, measure: days, if_broken: sorry, note: hm, unless: Two, relies_on: [all]}
        backstage: [Pick, Pack]
  - phase: Rest
    steps:
      - step: Two
        start: true
        end: true
        evidence: Bill
        support: {do: Log, owner: net}
promises:
  all:
    promise: All
    by: net
    to: mover
    made: {at: [place, place], when: it rains}
    kept: taken
    unless: [Two, Two]
    within: 4 days
    valid: 5 days
    at_least: 80%
    kano: must-be
    measure: mails
    if_broken: again
    relies_on: [quick, nothing]
    note: hmm
"""
