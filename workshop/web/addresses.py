"""The addresses phones may reach this computer at, the most likely first."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from ipaddress import IPv4Address, ip_address, ip_network

import ifaddr

LOOPBACK = "127.0.0.1"
VIRTUAL = re.compile(
    r"docker|veth|br-|virbr|vmnet|vmware|vbox|virtualbox|vethernet|hyper-v|wsl|tun|tap|utun|"
    r"wireguard|\bwg|tailscale|zerotier|cni|podman|flannel|awdl|llw|bluetooth|loopback|\blo\b",
    re.IGNORECASE,
)
WIRELESS = re.compile(r"wi-?fi|wlan|wlp|wireless|trådl", re.IGNORECASE)
CONTAINERS = ip_network("172.17.0.0/16")


@dataclass(frozen=True)
class Address:
    """One address of this computer and the adapter it belongs to."""

    ip: str
    adapter: str


def addresses() -> list[str]:
    """This computer's addresses for phones, best guess first; loopback when there is no other."""
    found = (
        Address(ip.ip, f"{adapter.name} {adapter.nice_name}")
        for adapter in ifaddr.get_adapters()
        for ip in adapter.ips
        if isinstance(ip.ip, str)
    )
    return ranked(found)


def ranked(found: Iterable[Address]) -> list[str]:
    """The usable ones: local networks before public ones, Wi-Fi first, virtual adapters last."""
    usable = [one for one in found if _usable(ip_address(one.ip))]
    ordered = sorted(usable, key=_doubts)
    return list(dict.fromkeys(one.ip for one in ordered)) or [LOOPBACK]


def _usable(ip: object) -> bool:
    if not isinstance(ip, IPv4Address):
        return False
    return not (ip.is_loopback or ip.is_link_local or ip.is_unspecified or ip.is_multicast)


def _doubts(one: Address) -> tuple[bool, bool, bool]:
    ip = ip_address(one.ip)
    virtual = bool(VIRTUAL.search(one.adapter)) or ip in CONTAINERS
    return virtual, not ip.is_private, not WIRELESS.search(one.adapter)
