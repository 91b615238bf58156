"""Which internet addresses an article may come from: public ones, whatever name led there."""

from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address, ip_network

Address = IPv4Address | IPv6Address

_METADATA = frozenset(
    map(ip_address, ("169.254.169.254", "168.63.129.16", "100.100.100.200", "fd00:ec2::254"))
)
"""Where clouds tell a machine its secrets; two of them look like any other address."""

_NAT64 = ip_network("64:ff9b::/96")
_COMPATIBLE = ip_network("::/96")
_RELAYS = tuple(map(ip_network, ("192.0.0.0/24", "192.88.99.0/24", "2002::/16", "2001::/23")))
"""6to4, Teredo and the like: what is behind them is another address, of whoever made it up."""


def refusal(address: str, *, private: bool = False) -> str | None:
    """Return what kind of address it is if nothing may be fetched from it, None if it may.

    `private` permits this machine and private networks, and nothing else.
    """
    found = _inner(ip_address(address.partition("%")[0]))
    if found in _METADATA or found.is_link_local:
        return "a link-local or metadata address"
    if any(found.version == net.version and found in net for net in _RELAYS):
        return "a tunnel's or a protocol's address"
    if found.is_loopback:
        return None if private else "this machine"
    if found.is_multicast or found.is_unspecified or found.is_reserved:
        return "a multicast or reserved address"
    if not found.is_global or (isinstance(found, IPv6Address) and found.is_site_local):
        return None if private else "a private address"
    return None


def _inner(address: Address) -> Address:
    """Return the IPv4 address that an IPv6 address stands for, if it does."""
    if not isinstance(address, IPv6Address):
        return address
    if address.ipv4_mapped:
        return address.ipv4_mapped
    low = int(address) & 0xFFFFFFFF
    # '::' and '::1' are written in the same network, and are addresses of their own.
    if _within(address, _NAT64) or (_within(address, _COMPATIBLE) and low > 1):
        return IPv4Address(low)
    return address


def _within(address: IPv6Address, network: object) -> bool:
    return isinstance(network, IPv6Network) and address in network
