import pytest

from workshop.web.addresses import Address, addresses, ranked

LAN = Address("192.168.1.20", "eth0")
WIFI = Address("10.0.0.7", "wlan0")
PUBLIC = Address("81.2.69.142", "eth1")
DOCKER = Address("172.17.0.1", "docker0")
VPN = Address("10.8.0.2", "tun0")


@pytest.mark.parametrize(
    ("found", "order"),
    [
        ([], ["127.0.0.1"]),
        ([Address("127.0.0.1", "lo")], ["127.0.0.1"]),
        ([Address("169.254.3.4", "eth0")], ["127.0.0.1"]),
        ([LAN], ["192.168.1.20"]),
        ([DOCKER, VPN, LAN], ["192.168.1.20", "172.17.0.1", "10.8.0.2"]),
        ([PUBLIC, LAN, WIFI], ["10.0.0.7", "192.168.1.20", "81.2.69.142"]),
        ([LAN, LAN], ["192.168.1.20"]),
        ([Address("192.168.56.1", "{1} VirtualBox Host-Only"), WIFI], ["10.0.0.7", "192.168.56.1"]),
        ([Address("192.168.0.3", "{2} Intel Wi-Fi 6"), LAN], ["192.168.0.3", "192.168.1.20"]),
    ],
)
def test_the_address_phones_most_likely_reach_comes_first(found: list[Address], order: list[str]):
    assert ranked(found) == order


def test_this_machine_has_an_address():
    assert addresses()
